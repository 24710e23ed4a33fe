public import Simulation

/// A simulation that ran until a rule was content.
public struct StoppedRun: Sendable {
  /// Why it ended.
  public enum End: Hashable, Sendable {
    /// All is settled.
    case settled
    /// The most futures were run, and this is still open.
    case gaveUp([StoppingRule.Open])
    /// A stage came back with fewer futures than it was asked for.
    case interrupted
  }

  /// What all stages left.
  public let outcome: Outcome

  /// The number of the last look, counted from 1; 0 where there was none.
  public let look: Int

  /// How many looks there could have been.
  public let looks: Int

  /// Why it ended.
  public let end: End

  /// The number of futures.
  public var futures: Int { outcome.futures }
}

extension StoppingRule {
  /// Simulates in stages, each of the futures from one look to the next, until `verdict` says that
  /// all is settled or the last look has come.
  ///
  /// - Parameters:
  ///   - first: an outcome without futures.
  ///   - stage: simulates the futures of a range, or as many of its first as there is time for.
  ///   - verdict: what a look, counted from 0, says of all futures so far.
  /// - Returns: what all stages left, and why the last was the last.
  public func run(
    from first: Outcome, stage: (Range<Int>) async throws -> Outcome,
    verdict: (Int, Outcome) async -> Verdict
  ) async rethrows -> StoppedRun {
    var outcome = first
    for (look, futures) in looks.enumerated() {
      outcome.append(try await stage(outcome.futures..<futures))
      let end: StoppedRun.End? =
        if outcome.futures < futures {
          .interrupted
        } else {
          switch await verdict(look, outcome) {
          case .settled: .settled
          case .gaveUp(let open): .gaveUp(open)
          case .goOn: nil
          }
        }
      guard let end else { continue }
      let seen = end == .interrupted ? look : look + 1
      return StoppedRun(outcome: outcome, look: seen, looks: looks.count, end: end)
    }
    return StoppedRun(outcome: outcome, look: looks.count, looks: looks.count, end: .gaveUp([]))
  }
}
