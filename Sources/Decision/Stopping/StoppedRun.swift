public import Contracts
public import Simulation

/// A simulation that ran until a rule was content.
public struct StoppedRun: Sendable {
  /// Why it ended.
  public enum End: Hashable, Sendable {
    /// All is settled.
    case settled
    /// The most futures were run, and this is still open.
    case gaveUp([StoppingRule.Open])
    /// The run was interrupted on the way to the next look.
    case interrupted
  }

  /// What all stages left.
  public let outcome: Outcome

  /// The rule.
  public let rule: StoppingRule

  /// The number of the last look, counted from 1; 0 where there was none.
  public let look: Int

  /// Why it ended.
  public let end: End

  /// The number of futures.
  public var futures: Int { outcome.futures }
}

extension StoppingRule {
  /// Simulates `experiment` in stages, each of the futures from one look to the next, until all is
  /// settled or the last look has come.
  ///
  /// The outcome is that of one run of as many futures, whatever the stages.
  ///
  /// - Precondition: the experiment has as many futures as the last look.
  /// - Parameters:
  ///   - experiment: what is simulated.
  ///   - event: the event whose bids are ranked.
  ///   - threads: how many tasks simulate.
  ///   - interruption: ends the run with the blocks that are being simulated.
  ///   - progress: is told the number of futures done.
  /// - Returns: what all stages left, and why the last was the last.
  public func run(
    _ experiment: Experiment, of event: Event, threads: Int,
    interruption: Interruption = Interruption(),
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> StoppedRun {
    precondition(looks.last == experiment.futures, "a rule and its experiment end with one future")
    var outcome = experiment.emptyOutcome
    var service: NeedsMet?
    for (look, futures) in looks.enumerated() {
      let begun = outcome.futures
      outcome.append(
        await experiment.run(begun..<futures, threads: threads, interruption: interruption) {
          progress(begun + $0)
        })
      guard outcome.futures == futures else {
        return StoppedRun(outcome: outcome, rule: self, look: look, end: .interrupted)
      }
      if let needs = event.needs {
        service = experiment.needsMet(needs, futures: outcome.futures, beyond: service)
      }
      let verdict = await verdict(
        at: look, event: event, options: experiment.options, baseline: experiment.baseline,
        outcome: outcome, service: service)
      guard let end = StoppedRun.End(verdict) else { continue }
      return StoppedRun(outcome: outcome, rule: self, look: look + 1, end: end)
    }
    preconditionFailure("the last look settles or gives up")
  }
}

extension StoppedRun.End {
  /// The end that a look brings; nothing where the run goes on.
  fileprivate init?(_ verdict: StoppingRule.Verdict) {
    switch verdict {
    case .goOn: return nil
    case .settled: self = .settled
    case .gaveUp(let open): self = .gaveUp(open)
    }
  }
}
