public import Decision

/// How a run came to its number of futures.
public enum RunEnding: Hashable, Sendable {
  /// It is the number that was asked for.
  case asAsked
  /// The run was interrupted before it had simulated all that were asked for.
  case interrupted(of: Int)
  /// A rule was to stop it, and so it ended at the look of this number, counted from 1.
  case stopped(StoppingRule, look: Int, StoppedRun.End)
}

extension RunEnding {
  /// What a rule left open when it gave up.
  var open: [StoppingRule.Open] {
    if case .stopped(_, _, .gaveUp(let open)) = self { open } else { [] }
  }

  /// The interruption as facts; null where there was none.
  func interruption(after futures: Int) -> Json {
    switch self {
    case .interrupted(let asked): ["after": .count(futures), "of": .count(asked)]
    case .stopped(let rule, _, .interrupted):
      ["after": .count(futures), "of": .count(rule.mostFutures)]
    case .asAsked, .stopped: .null
    }
  }
}
