public import Decision
import Loading
public import Reporting
public import Simulation

extension Evaluation {
  /// Simulates the first of the experiment's futures, as many as it takes until `goal` is reached,
  /// and at most all.
  ///
  /// ``comparison(by:threads:controlsAreOff:progress:)`` compares the options by the outcome, and
  /// ``report(on:of:)`` says how the run ended.
  ///
  /// - Parameters:
  ///   - goal: What is to be settled: a precision is asked of the figures that the event's criteria
  ///     are about.
  ///   - threads: How many tasks simulate.
  ///   - interruption: Ends the run with the blocks that are being simulated.
  ///   - progress: Is told the number of futures done.
  /// - Returns: The outcome of the futures that were simulated, and whether they settle the goal.
  public func run(
    until goal: StoppingRule.Goal, threads: Int = 2, interruption: Interruption = Interruption(),
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> StoppedRun {
    let rule = StoppingRule(
      goal, figures: StoppingRule.figures(of: dossier.event), maxFutures: experiment.futures)
    return await rule.run(
      experiment, of: dossier.event, threads: threads, interruption: interruption,
      progress: progress)
  }

  /// The report on `comparison`, this evaluation's own by the outcome of `run`.
  ///
  /// It says how the run ended; but for that it is the report on as many futures.
  public func report(on comparison: Comparison, of run: StoppedRun) -> RankReport {
    RankReport(
      comparison, dossier, provenance(of: run.futures),
      ending: .stopped(run.rule, look: run.look, run.end))
  }
}
