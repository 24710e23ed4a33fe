public import Quantities

/// A fee of the same amount in every month of a span, whatever is delivered.
public struct FixedFee: Hashable, Sendable {
  /// The fee of one month, in the evaluation currency, before indexation.
  public var amount: Double

  /// The months in which the fee is charged.
  public var span: MonthSpan

  /// The indexation that the fee follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a fee of `amount` a month.
  public init(amount: Double, span: MonthSpan = MonthSpan(), indexation: String? = nil) {
    self.amount = amount
    self.span = span
    self.indexation = indexation
  }
}
