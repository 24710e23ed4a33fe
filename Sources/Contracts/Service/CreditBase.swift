/// What a credit is a share of.
public struct CreditBase: Hashable, Sendable {
  /// Which amount it is.
  public enum Amount: Hashable, Sendable {
    /// The gross charge of the month of the default.
    case thisMonth
    /// The gross charge of the month after it, with which the credit is then given (TELUS).
    case nextMonth
    /// So much in the evaluation currency, such as a monthly base fee (Datec – Bank South Pacific).
    case stated(Double)
  }

  /// The prices whose charge counts, or nothing where all of the month's charge does.
  public var prices: [String]?

  /// Which amount it is; a stated one does not depend on ``prices``.
  public var amount: Amount

  /// Creates the base of a credit: the month's gross charge without arguments.
  public init(prices: [String]? = nil, amount: Amount = .thisMonth) {
    self.prices = prices
    self.amount = amount
  }
}
