public import Quantities

/// The actual cost with a markup and a fee; without either it is passed through.
public struct CostPlus: Hashable, Sendable {
  /// The service line whose volume is the actual cost of a month, in the evaluation currency.
  public var serviceLine: String

  /// The markup on the actual cost, 0.05 for 5 %.
  public var markup: Double

  /// The fee of a month, in the evaluation currency, before indexation.
  public var fee: Double

  /// Whether the amount is part of the month's charge, so that credits are measured by it.
  public var isInCharge: Bool

  /// The months in which the cost is paid.
  public var span: MonthSpan

  /// The indexation that the fee follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a price at the actual cost of `serviceLine`.
  public init(
    serviceLine: String, markup: Double = 0, fee: Double = 0, isInCharge: Bool = true,
    span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) {
    self.serviceLine = serviceLine
    self.markup = markup
    self.fee = fee
    self.isInCharge = isInCharge
    self.span = span
    self.indexation = indexation
  }
}
