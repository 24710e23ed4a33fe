/// The interest that the buyer is expected to owe because it pays some invoices late.
public struct LateInterest: Hashable, Sendable {
  /// The share of what is invoiced that is paid late.
  public var shareLate: Double

  /// How many days after its due date a late invoice is paid, of 30 a month.
  public var daysLate: Double

  /// The agreed interest for a month, 0.015 for 1.5 %.
  public var rate: Double

  /// Creates an interest of `rate` a month.
  ///
  /// - Precondition: no number is negative.
  public init(shareLate: Double, daysLate: Double, rate: Double) {
    precondition(shareLate >= 0 && daysLate >= 0 && rate >= 0, "no invoice is paid too early")
    self.shareLate = shareLate
    self.daysLate = daysLate
    self.rate = rate
  }
}
