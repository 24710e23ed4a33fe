/// Service credits of a fixed share of the month's charge for each level: `credit = share × charge`.
public struct FixedCredit: Hashable, Sendable {
  /// The service level whose default is credited.
  public var level: String

  /// The share of the month's charge, 0.04 for 4 %.
  public var share: Double

  /// Creates a credit of `share` of the charge for each default of `level`.
  ///
  /// - Precondition: the share is not negative.
  public init(level: String, share: Double) {
    precondition(share >= 0, "a credit's share of the charge cannot be negative")
    self.level = level
    self.share = share
  }
}
