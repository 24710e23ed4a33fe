import ArgumentParser
import Assay

/// What of a credit regime is asked for.
struct RegimeOptions: ParsableArguments {
  @Flag(
    help: """
      What credits are worth after caps, pools and earn-back, what a point of attainment moves, and \
      where failure is free.
      """)
  var regime = false

  /// Whether any of it is asked for.
  var isAsked: Bool { regime }

  /// Answers what is asked of the evaluated event, of `bid` or of all bids.
  func answer(_ event: EventOptions, bid: String?, threads: Int) async throws -> String {
    guard event.count <= Experiment.mostRegimeFutures else {
      throw ValidationError("--regime takes at most \(Experiment.mostRegimeFutures) futures.")
    }
    let evaluation = try event.evaluation()
    try evaluation.requireStatedPrices(of: bid)
    let progress = Progress(of: try evaluation.regimeFutures(of: bid))
    defer { progress.end() }
    let regimes = try await evaluation.regimes(of: bid, threads: threads) { progress.tell($0) }
    let report = evaluation.report(on: regimes)
    return event.json ? report.json : report.text
  }
}
