public import Quantities

/// A share of what an exchange rate moves away from its baseline, on the month's billings and both
/// ways.
public struct CurrencyShare: Hashable, Sendable {
  /// What of a move beyond the dead zone counts.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// Only what lies beyond the dead zone.
    case excess
    /// The whole move.
    case whole
  }

  /// The index of the sourcing event that is the exchange rate, in foreign units for one unit of
  /// the evaluation currency.
  public var index: String

  /// The exchange rate at which nothing is adjusted.
  public var baseline: Double

  /// The share of the move that the buyer bears, 0…1.
  public var share: Double

  /// The move within which nothing is adjusted, 0.02 for ±2 %.
  public var deadZone: Double

  /// What of a move beyond the dead zone counts.
  public var reading: Reading

  /// The largest move that counts, either way, or nothing where there is no bound.
  public var bound: Double?

  /// The names of the prices that are adjusted, or nothing where all of them are.
  public var prices: [String]?

  /// The months in which the charge is adjusted.
  public var span: MonthSpan

  /// Creates an adjustment by the exchange rate `index`.
  ///
  /// - Precondition: the baseline is above 0; dead zone and bound are not negative.
  public init(
    index: String, baseline: Double, share: Double, deadZone: Double = 0,
    reading: Reading = .excess, bound: Double? = nil, of prices: [String]? = nil,
    span: MonthSpan = MonthSpan()
  ) {
    precondition(baseline > 0, "an exchange rate lies above 0")
    precondition(deadZone >= 0 && (bound ?? 0) >= 0, "moves are counted either way")
    self.index = index
    self.baseline = baseline
    self.share = share
    self.deadZone = deadZone
    self.reading = reading
    self.bound = bound
    self.prices = prices
    self.span = span
  }
}
