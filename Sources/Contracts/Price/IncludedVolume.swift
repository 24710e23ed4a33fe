public import Quantities

/// A base fee that includes a volume, and a price for every unit beyond it.
public struct IncludedVolume: Hashable, Sendable {
  /// The service line whose volume is charged.
  public var serviceLine: String

  /// The base fee of one month, in the evaluation currency, before indexation.
  public var amount: Double

  /// The units of a month that the base fee includes.
  public var included: Double

  /// The price of one unit beyond those, in the evaluation currency, before indexation.
  public var price: Double

  /// The months in which fee and price hold.
  public var span: MonthSpan

  /// The indexation that fee and price follow, or nothing where they are never adjusted.
  public var indexation: String?

  /// Creates a base fee of `amount` a month that includes `included` units of `serviceLine`.
  ///
  /// - Precondition: the included volume is not negative.
  public init(
    serviceLine: String, amount: Double, included: Double, price: Double,
    span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) {
    precondition(included >= 0, "an included volume cannot be negative")
    self.serviceLine = serviceLine
    self.amount = amount
    self.included = included
    self.price = price
    self.span = span
    self.indexation = indexation
  }
}
