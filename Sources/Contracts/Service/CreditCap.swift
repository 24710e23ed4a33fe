/// A cap on the service credits of a month, as a share of the month's charge.
public struct CreditCap: Hashable, Sendable {
  /// The largest share of the month's charge that is credited, 0.12 for 12 %.
  public var share: Double

  /// Creates a cap at `share` of the month's charge.
  ///
  /// - Precondition: the share is not negative.
  public init(share: Double) {
    precondition(share >= 0, "a cap cannot be negative")
    self.share = share
  }
}
