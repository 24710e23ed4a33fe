public import Quantities

/// A price for every unit of the highest peak of the last months.
public struct PeakPrice: Hashable, Sendable {
  /// The service line whose peak is charged.
  public var serviceLine: String

  /// The price of one unit of the peak and month, in the evaluation currency, before indexation.
  public var price: Double

  /// The peak of a month as a multiple of its volume: 1 where the volume is the peak.
  public var peakRatio: Double

  /// Of how many months the highest peak is charged, the current one included; 1 is no ratchet.
  public var ratchet: Int

  /// The months in which the price holds.
  public var span: MonthSpan

  /// The indexation that the price follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a price of `price` a unit of the peak of `serviceLine`.
  ///
  /// - Precondition: the peak's ratio is not negative and the ratchet is at least one month.
  public init(
    serviceLine: String, price: Double, peakRatio: Double = 1, ratchet: Int = 1,
    span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) {
    precondition(peakRatio >= 0, "a peak cannot be negative")
    precondition(ratchet >= 1, "a ratchet looks at the current month at least")
    self.serviceLine = serviceLine
    self.price = price
    self.peakRatio = peakRatio
    self.ratchet = ratchet
    self.span = span
    self.indexation = indexation
  }
}
