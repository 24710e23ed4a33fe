/// Service credits by at-risk amount, pool and allocation:
/// `credit = at-risk share × pool × allocation × charge` for each default.
public struct AtRiskCredit: Hashable, Sendable {
  /// What one service level is allotted.
  public struct Allocation: Hashable, Sendable {
    /// The service level.
    public var level: String

    /// The pool from which it is allotted, as a share of the at-risk amount.
    public var pool: Double

    /// Its share of the pool.
    public var share: Double

    /// Creates the allotment of `share` of a pool to `level`.
    public init(level: String, pool: Double, share: Double) {
      self.level = level
      self.pool = pool
      self.share = share
    }
  }

  /// The share of the month's charge that is at risk, 0.12 for 12 %.
  public var atRisk: Double

  /// The prices whose charge is at risk; all of the month's charge where none are named.
  public var prices: [String]?

  /// What each service level is allotted.
  public var allocations: [Allocation]

  /// Creates credits out of an at-risk amount of `atRisk` of the month's charge, or of what some
  /// prices charge.
  ///
  /// - Precondition: no share is negative.
  public init(atRisk: Double, of prices: [String]? = nil, allocations: [Allocation]) {
    precondition(
      atRisk >= 0 && allocations.allSatisfy { $0.pool >= 0 && $0.share >= 0 },
      "shares of an at-risk amount cannot be negative"
    )
    self.atRisk = atRisk
    self.prices = prices
    self.allocations = allocations
  }
}
