import ArgumentParser
import Assay

/// The command `assay rank`.
struct Rank: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ranks the bids of an event by total cost, risk and compliance."
  )

  @OptionGroup var event: EventOptions

  @Flag(help: "Settle the expected path only: what each bid costs year by year.")
  var baseCase = false

  @OptionGroup var workforce: Workforce

  @Flag(help: "List every coefficient that was fitted from history.")
  var fits = false

  func validate() throws {
    guard !baseCase || (!fits && workforce.threads == nil) else {
      throw ValidationError("--base-case simulates nothing: it takes no --fits and no --threads.")
    }
  }

  func run() async throws {
    try await answering {
      let evaluation = try event.evaluation()
      guard !baseCase else {
        let report = evaluation.baseCase
        return event.json ? report.json : report.text
      }
      let report = try await simulated(evaluation, until: ControlC.watched())
      return event.json ? report.json : report.text(withFits: fits)
    }
    if ControlC.isPressed { throw ControlC.exitCode }
  }

  private func simulated(
    _ evaluation: Evaluation, until interruption: Interruption
  ) async throws -> RankReport {
    let progress = Progress(of: evaluation.futuresInAll)
    defer { progress.end() }
    let outcome = await evaluation.experiment.run(
      0..<event.futures, threads: workforce.count, interruption: interruption
    ) { progress.tell($0) }
    guard outcome.futures > 0 else { throw ControlC.nothingDone() }
    let comparison = await evaluation.comparison(by: outcome, threads: workforce.count) {
      progress.tell($0)
    }
    return evaluation.report(on: comparison)
  }
}
