public import Contracts
public import Simulation

/// How a bid's score by one criterion stands to the least that an award takes.
public struct MinimumCheck: Hashable, Sendable {
  /// The criterion.
  public var criterion: Criterion

  /// The score, 0…100.
  public var score: Estimate

  /// The least.
  public var minimum: Double

  /// Whether the minimum is reached.
  public var isReached: Bool { score.value >= minimum }

  /// Whether more futures could change that.
  public var isOpen: Bool {
    score.standardError > 0 && abs(score.value - minimum) <= 2 * score.standardError
  }
}

extension Ranking.Row {
  /// The minimums that the bid does not reach.
  public var belowMinimum: [MinimumCheck] { minimums.filter { !$0.isReached } }
}
