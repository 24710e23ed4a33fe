public import Quantities

/// An adjustment as the buyer has written it beside a bid, with who stands for it.
public struct StatedAdjustment: Hashable, Sendable {
  /// What the amount rests on.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The highest price that another bid asks.
    case nextHighest = "next_highest"
    /// What the work should cost.
    case shouldCost = "should_cost"
    /// The buyer's own judgement.
    case judgement
  }

  /// What is adjusted: a service line, a price line, or `all`.
  public var line: String

  /// Why the bid is adjusted.
  public var kind: LevellingAdjustment.Kind

  /// What the amount rests on.
  public var basis: Basis

  /// The undiscounted amount over its months, in the evaluation currency; nothing where the rule of
  /// the next highest price is to find it.
  public var amount: Double?

  /// The least and the most that it may come to, or nothing where it is certain.
  public var spread: LevellingAdjustment.Spread?

  /// The months in which the amount falls due.
  public var span: MonthSpan

  /// Who has written it: text for people.
  public var author: String

  /// Who has approved it, or nothing where nobody has: text for people.
  public var approver: String?

  /// What there is to say about it: text for people.
  public var note: String

  /// Creates an adjustment of `line`.
  public init(
    line: String, kind: LevellingAdjustment.Kind, basis: Basis, amount: Double?,
    spread: LevellingAdjustment.Spread? = nil, span: MonthSpan = MonthSpan(), author: String,
    approver: String? = nil, note: String = ""
  ) {
    self.line = line
    self.kind = kind
    self.basis = basis
    self.amount = amount
    self.spread = spread
    self.span = span
    self.author = author
    self.approver = approver
    self.note = note
  }

  /// Whether somebody else than the author has approved it.
  public var isApproved: Bool { approver.map { $0 != author } ?? false }
}
