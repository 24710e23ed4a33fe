import ArgumentParser
import Assay

/// What of a credit regime is asked for.
struct RegimeOptions: WhatIfQuestion {
  @Flag(
    help: """
      What credits are worth after caps, pools and earn-back, what a point of attainment moves, and \
      where failure is free.
      """)
  var regime = false

  @Flag(help: "With --bid: what the credit regime would have paid for the provider's real months.")
  var replay = false

  @ArgumentParser.Option(
    help: "With --replay: the bid under whose contract the record is settled. (default: --bid's)")
  var regimeOf: String?

  var flags: String { "--regime, --replay" }

  var isAsked: Bool { regime || replay }

  func validate() throws {
    guard !regime || !replay else { throw ValidationError("--regime or --replay: one at a time.") }
    guard replay || regimeOf == nil else {
      throw ValidationError("--regime-of goes with --replay.")
    }
  }

  func check(_ event: EventOptions, bid: String?) throws {
    guard !replay || bid != nil else {
      throw ValidationError("--replay takes the record of one --bid.")
    }
    guard event.count <= Experiment.mostRegimeFutures else {
      throw ValidationError(
        "--regime and --replay take at most \(Experiment.mostRegimeFutures) futures.")
    }
  }

  func answer(_ event: EventOptions, bid: String?, threads: Int) async throws -> String {
    let evaluation = try await event.evaluation()
    if replay, let bid { return try await replay(of: bid, evaluation, event, threads) }
    try evaluation.requireStatedPrices(of: bid)
    let progress = Progress(of: try evaluation.regimeFutures(of: bid))
    defer { progress.end() }
    let regimes = try await evaluation.regimes(of: bid, threads: threads) { progress.tell($0) }
    let report = evaluation.report(on: regimes)
    return event.json ? report.json : report.text
  }

  private func replay(
    of bid: String, _ evaluation: Evaluation, _ event: EventOptions, _ threads: Int
  ) async throws -> String {
    try evaluation.requireStatedPrices(of: regimeOf ?? bid)
    let progress = Progress(of: event.count)
    defer { progress.end() }
    let report = try await evaluation.replay(of: bid, regimeOf: regimeOf, threads: threads) {
      progress.tell($0)
    }
    return event.json ? report.json : report.text
  }
}
