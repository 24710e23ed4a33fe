/// Months whose volume lies so far above the forecast that service levels cannot default.
public struct ForecastRelief: Hashable, Sendable {
  /// The service line whose volume is compared.
  public var serviceLine: String

  /// The contract's forecast of each month, from month 1; the last one holds on.
  ///
  /// Nothing where the baseline volumes of the sourcing event are agreed.
  public var baseline: [Double]?

  /// The share of the forecast above it that the provider must still serve, 0.10 for 10 %.
  public var tolerance: Double

  /// The service levels that are relieved; all where none are named.
  public var levels: [String]?

  /// Creates a relief above the forecast of `serviceLine`.
  ///
  /// - Precondition: the tolerance is not negative.
  public init(
    serviceLine: String, baseline: [Double]? = nil, tolerance: Double, levels: [String]? = nil
  ) {
    precondition(tolerance >= 0, "a tolerance cannot be negative")
    self.serviceLine = serviceLine
    self.baseline = baseline
    self.tolerance = tolerance
    self.levels = levels
  }
}
