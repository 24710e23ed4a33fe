/// When a month of sampled attainment is a default of one service level.
public struct DefaultRule: Hashable, Sendable {
  /// The position of its metric among the contract's.
  public var metric: Int

  /// The bound on the metric's link scale.
  public var bound: Double

  /// Whether attainment below the bound is a default; else attainment above it is.
  public var missesBelow: Bool

  /// The first month that counts.
  public var firstMonth: Int
}
