/// What is given to whom.
public struct AwardChoice: Hashable, Sendable {
  /// The positions of the columns that are given, ascending.
  public var chosen: [Int]

  /// What was made as small as can be, in the evaluation currency.
  public var objective: Double

  /// No award under the rules has a smaller objective than this; −∞ where nothing is known.
  public var bound: Double

  /// Whether the search ended by itself: the objective is then the least there is, but for the gap.
  public var isProved: Bool

  /// The cost in each future.
  public var costs: [Double]

  /// The rules that gave way, in the order declared.
  public var gaveWay: [String]

  /// How far the objective may lie above the least there is, as a share of it.
  public var gap: Double {
    objective == bound ? 0 : (objective - bound) / max(objective.magnitude, 1e-9)
  }
}

/// The answer to an award.
public enum AwardAnswer: Hashable, Sendable {
  /// What is given to whom.
  case award(AwardChoice)
  /// No award keeps all rules that must hold.
  case conflict(AwardConflict)
  /// It was stopped before any award was found.
  case nothingFound

  /// The award, or nothing.
  public var award: AwardChoice? { if case .award(let award) = self { award } else { nil } }
}

/// Rules that cannot all be kept.
public struct AwardConflict: Hashable, Sendable {
  /// Conflicts that have no rule in common, by the names of their rules.
  ///
  /// Each is minimal: without any one of its rules its other rules can all be kept. Where one is empty,
  /// no award is possible under any rules: no shares of some lot add up to the whole.
  public var conflicts: [[String]]

  /// A smallest set of rules without which all others can be kept.
  public var smallestToGiveWay: [String]

  /// The rules of which any one alone is enough: without it all others can be kept.
  public var enoughAlone: [String]

  /// Creates a conflict.
  public init(conflicts: [[String]], smallestToGiveWay: [String], enoughAlone: [String] = []) {
    self.conflicts = conflicts
    self.smallestToGiveWay = smallestToGiveWay
    self.enoughAlone = enoughAlone
  }
}
