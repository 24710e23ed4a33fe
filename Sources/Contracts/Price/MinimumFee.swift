public import Quantities

/// A floor under a month's charge: what it falls short by is charged too.
public struct MinimumFee: Hashable, Sendable {
  /// The least charge of one month, in the evaluation currency, before indexation.
  public var amount: Double

  /// The names of the prices that count, or nothing where all of the month's charge does.
  public var prices: [String]?

  /// The months in which the minimum holds.
  public var span: MonthSpan

  /// The indexation that the minimum follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a minimum of `amount` a month.
  public init(
    amount: Double, of prices: [String]? = nil, span: MonthSpan = MonthSpan(),
    indexation: String? = nil
  ) {
    self.amount = amount
    self.prices = prices
    self.span = span
    self.indexation = indexation
  }
}
