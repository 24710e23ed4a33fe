public import Quantities

/// A target cost and a target profit, of whose difference from the actual cost both sides bear a
/// share, up to a ceiling (FAR 16.403-1, fixed-price incentive with a firm target).
public struct TargetCost: Hashable, Sendable {
  /// The service line whose volume is the actual cost of a month, in the evaluation currency.
  public var serviceLine: String

  /// The target cost of a month, in the evaluation currency.
  public var targetCost: Double

  /// The profit of a month whose cost is the target, in the evaluation currency.
  public var targetProfit: Double

  /// The provider's share of what the cost exceeds the target by, 0…1.
  public var shareOver: Double

  /// The provider's share of what the cost stays below the target by, 0…1.
  public var shareUnder: Double

  /// The highest price of a month, in the evaluation currency, or nothing where there is none.
  public var ceiling: Double?

  /// After which months the shares are reckoned up; until then the target price is billed.
  public var settled: Period

  /// The months in which the target holds.
  public var span: MonthSpan

  /// Creates a target for the cost of `serviceLine`.
  ///
  /// - Precondition: both shares are in 0…1.
  public init(
    serviceLine: String, targetCost: Double, targetProfit: Double, shareOver: Double,
    shareUnder: Double, ceiling: Double? = nil, settled: Period = .month,
    span: MonthSpan = MonthSpan()
  ) {
    precondition(
      (0...1).contains(shareOver) && (0...1).contains(shareUnder),
      "the provider bears a share of the difference")
    self.serviceLine = serviceLine
    self.targetCost = targetCost
    self.targetProfit = targetProfit
    self.shareOver = shareOver
    self.shareUnder = shareUnder
    self.ceiling = ceiling
    self.settled = settled
    self.span = span
  }
}
