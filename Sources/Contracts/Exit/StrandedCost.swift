public import Quantities

/// What of today's cost remains with the buyer after the service has moved.
public struct StrandedCost: Hashable, Sendable {
  /// The cost of one month, in the evaluation currency, before indexation.
  public var amount: Double

  /// The months in which the cost remains.
  public var span: MonthSpan

  /// The indexation that the cost follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a cost of `amount` a month.
  public init(amount: Double, span: MonthSpan = MonthSpan(), indexation: String? = nil) {
    self.amount = amount
    self.span = span
    self.indexation = indexation
  }
}
