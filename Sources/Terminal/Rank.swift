import ArgumentParser
import Assay

/// The command `assay rank`.
struct Rank: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Ranks the bids of an event by total cost, risk and compliance."
  )

  @OptionGroup var event: EventOptions

  @OptionGroup var stopping: StoppingOptions

  @Flag(help: "Settle the expected path only: what each bid costs year by year.")
  var baseCase = false

  @OptionGroup var workforce: Workforce

  @Flag(help: "List every coefficient that was fitted from history.")
  var fits = false

  @Flag(help: "List every answer to every requirement, with its evidence, and every deviation.")
  var compliance = false

  @Flag(help: "Show the locked method: its criteria, and which effect enters which of them.")
  var method = false

  @Flag(help: "Show plain means, without the controls that lower their error.")
  var noControls = false

  @OptionGroup var sensitivity: SensitivityOptions

  @OptionGroup var inputs: InputOptions

  func validate() throws {
    try inputs.validate(besideBaseCase: baseCase)
    guard
      !baseCase
        || (!fits && !compliance && !method && !noControls && workforce.threads == nil
          && stopping.goal == nil && !sensitivity.sensitivity)
    else {
      throw ValidationError(
        "--base-case simulates nothing: it takes no --fits, --compliance, --method, --threads, "
          + "--until, --sensitivity or --no-controls.")
    }
    guard stopping.goal == nil || event.futures == nil else {
      throw ValidationError("--until finds the number of futures: --max-futures bounds it.")
    }
    guard stopping.goal == nil || !noControls else {
      throw ValidationError("--until judges by controlled means: it takes no --no-controls.")
    }
  }

  func run() async throws {
    try await answering {
      let evaluation = try await event.source.evaluation(
        futures: stopping.goal == nil ? event.count : stopping.most)
      guard !baseCase else {
        let report = evaluation.baseCase
        return event.json ? report.json : report.text
      }
      try evaluation.requireStatedPrices()
      var report = await sensitivity.completed(
        try await simulated(evaluation, until: ControlC.watched()))
      await inputs.add(to: &report, of: evaluation, threads: workforce.count)
      return event.json
        ? report.json
        : report.text(withFits: fits, withCompliance: compliance, withMethod: method)
    }
    if ControlC.isPressed { throw ControlC.exitCode }
  }

  private func simulated(
    _ evaluation: Evaluation, until interruption: Interruption
  ) async throws -> RankReport {
    let progress = Progress(of: evaluation.futuresInAll, isMost: stopping.goal != nil)
    defer { progress.end() }
    guard let goal = stopping.goal else {
      let outcome = await evaluation.experiment.run(
        0..<event.count, threads: workforce.count, interruption: interruption
      ) { progress.tell($0) }
      return evaluation.report(on: try await comparison(evaluation, outcome, progress))
    }
    let run = await evaluation.run(
      until: goal, threads: workforce.count, interruption: interruption
    ) { progress.tell($0) }
    return evaluation.report(on: try await comparison(evaluation, run.outcome, progress), of: run)
  }

  private func comparison(
    _ evaluation: Evaluation, _ outcome: Outcome, _ progress: Progress
  ) async throws -> Comparison {
    guard outcome.futures > 0 else { throw ControlC.nothingDone() }
    return await evaluation.comparison(
      by: outcome, threads: workforce.count, controlsAreOff: noControls
    ) { progress.tell($0) }
  }
}
