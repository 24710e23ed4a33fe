/// The factor by which prices follow a published index (COLA).
///
/// At each adjustment the move of the index since the last one is `i / i₀ − 1`.
public struct Indexation: Hashable, Sendable {
  /// What the share is taken of.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Of the cumulative move since the start: `F = 1 + share · (I − 1)`, `I` the product of the
    /// limited moves.
    case cumulative
    /// Of each step: `F = F₀ · (1 + share · move)`.
    case eachStep = "each_step"
  }

  /// What the cap and the floor limit.
  public enum Limited: String, Hashable, Sendable, CaseIterable {
    /// The move of the index, before the share is taken.
    case index
    /// The move of the price, `F / F₀ − 1`.
    case price
  }

  /// The index of the sourcing event that is followed.
  public var index: String

  /// The share of the index's move that reaches the price, 0…1.
  public var share: Double

  /// The largest move of one adjustment, or nothing where there is no cap.
  public var cap: Double?

  /// The smallest move of one adjustment, or nothing where there is no floor.
  public var floor: Double?

  /// What the share is taken of.
  public var basis: Basis

  /// What the cap and the floor limit.
  public var limited: Limited

  /// The contract month of the first adjustment.
  public var firstMonth: Int

  /// The months from one adjustment to the next.
  public var interval: Int

  /// Creates an indexation by `index`.
  ///
  /// - Precondition: floor ≤ cap; the first adjustment comes in month 2 or later, since month 1
  ///   is the base; the interval is at least one month.
  public init(
    index: String, share: Double = 1, cap: Double? = nil, floor: Double? = nil,
    basis: Basis = .cumulative, limited: Limited = .index, firstMonth: Int = 13, interval: Int = 12
  ) {
    precondition((floor ?? -.infinity) <= (cap ?? .infinity), "a floor cannot lie above its cap")
    precondition(firstMonth >= 2, "prices of month 1 are the base and cannot be adjusted")
    precondition(interval >= 1, "adjustments are at least a month apart")
    self.index = index
    self.share = share
    self.cap = cap
    self.floor = floor
    self.basis = basis
    self.limited = limited
    self.firstMonth = firstMonth
    self.interval = interval
  }

  /// Whether prices are adjusted in contract month `month`.
  public func adjusts(in month: Int) -> Bool {
    month >= firstMonth && (month - firstMonth).isMultiple(of: interval)
  }
}
