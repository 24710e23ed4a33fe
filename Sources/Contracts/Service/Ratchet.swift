/// Continuous improvement: the target of a service level that is exceeded month after month rises.
///
/// Sears – CSC: twelve months above, midpoint of the target and their mean.
public struct Ratchet: Hashable, Sendable {
  /// The service level whose target moves.
  public var level: String

  /// The months in a row better than the target after which it moves.
  public var months: Int

  /// The share of the way from the target to the mean of these months, 0.5 for the midpoint.
  public var share: Double

  /// The largest share of the way from the target to 100 % that one move goes, or nothing; for
  /// metrics that are shares.
  public var limit: Double?

  /// Creates a ratchet on the target of `level`.
  ///
  /// - Precondition: shares lie between 0 and 1 and `1 ≤ months ≤ 60`.
  public init(level: String, months: Int = 12, share: Double = 0.5, limit: Double? = nil) {
    precondition((1...60).contains(months), "a ratchet looks back on 1 to 60 months")
    precondition(
      (0...1).contains(share) && (0...1).contains(limit ?? 0), "a target moves by a share")
    self.level = level
    self.months = months
    self.share = share
    self.limit = limit
  }
}
