public import Quantities

/// A price for every unit of a service line's volume.
public struct UnitPrice: Hashable, Sendable {
  /// The service line whose volume is charged.
  public var serviceLine: String

  /// The price of one unit, in the evaluation currency, before indexation.
  public var price: Double

  /// The months in which the price holds.
  public var span: MonthSpan

  /// The indexation that the price follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a price of `price` a unit of `serviceLine`.
  public init(
    serviceLine: String, price: Double, span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) {
    self.serviceLine = serviceLine
    self.price = price
    self.span = span
    self.indexation = indexation
  }
}
