/// The factor by which prices follow published indices (COLA).
///
/// At each adjustment the move of an index since the last one is `i / i₀ − 1`.
public struct Indexation: Hashable, Sendable {
  /// What is followed.
  public enum Followed: Hashable, Sendable {
    /// The move of one index.
    case index(String)
    /// The moves of several indices, each times its weight, added up.
    case blend([Part])
    /// The least of several moves.
    case lesser([Move])
  }

  /// An index and its weight in a blend, such as labour's share of the cost.
  public struct Part: Hashable, Sendable {
    /// The index.
    public var index: String

    /// The weight of its move, 0…1.
    public var weight: Double

    /// Creates a part of a blend.
    public init(_ index: String, weight: Double) {
      self.index = index
      self.weight = weight
    }
  }

  /// One of several moves of which the least is followed.
  public enum Move: Hashable, Sendable {
    /// The move of an index.
    case index(String)
    /// A fixed move, 0.05 for 5 %.
    case rate(Double)
  }

  /// What the share is taken of.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Of the cumulative move since the start: `F = 1 + share · (I − 1)`, `I` the product of the
    /// limited moves.
    case cumulative
    /// Of each step: `F = F₀ · (1 + share · move)`.
    case eachStep = "each_step"
    /// Of each step, whose move is the one since the start: a price that was adjusted before is
    /// multiplied by the whole move again, as contracts are drafted that divide by a fixed base.
    case asDrafted = "as_drafted"
  }

  /// What the cap and the floor limit.
  public enum Limited: String, Hashable, Sendable, CaseIterable {
    /// The move of the index, before the share is taken.
    case index
    /// The move of the price, `F / F₀ − 1`.
    case price
  }

  /// What is followed, by names of the sourcing event's indices.
  public var followed: Followed

  /// What is added to every move: 0.01 for index plus 1 %.
  public var plus: Double

  /// How many months before an adjustment the index is read.
  public var lag: Int

  /// The months over which the index moves, or nothing where it is since the last adjustment.
  public var over: Int?

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

  /// Creates an indexation by what is `followed`.
  ///
  /// - Precondition: at least one index is followed; floor ≤ cap; the first adjustment comes in
  ///   month 2 or later, since month 1 is the base; the interval is at least one month; the lag is
  ///   not negative; only moves that do not begin at the start run over stated months.
  public init(
    following followed: Followed, plus: Double = 0, lag: Int = 0, over: Int? = nil,
    share: Double = 1, cap: Double? = nil, floor: Double? = nil, basis: Basis = .cumulative,
    limited: Limited = .index, firstMonth: Int = 13, interval: Int = 12
  ) {
    precondition(!followed.indices.isEmpty, "an indexation follows an index")
    precondition((floor ?? -.infinity) <= (cap ?? .infinity), "a floor cannot lie above its cap")
    precondition(firstMonth >= 2, "prices of month 1 are the base and cannot be adjusted")
    precondition(interval >= 1, "adjustments are at least a month apart")
    precondition(lag >= 0 && (over ?? 1) >= 1, "an index is read in the past")
    precondition(over == nil || basis != .asDrafted, "a move since the start has no other length")
    self.followed = followed
    self.plus = plus
    self.lag = lag
    self.over = over
    self.share = share
    self.cap = cap
    self.floor = floor
    self.basis = basis
    self.limited = limited
    self.firstMonth = firstMonth
    self.interval = interval
  }

  /// Creates an indexation by `index`, under the same conditions.
  public init(
    index: String, share: Double = 1, cap: Double? = nil, floor: Double? = nil,
    basis: Basis = .cumulative, limited: Limited = .index, firstMonth: Int = 13, interval: Int = 12
  ) {
    self.init(
      following: .index(index), share: share, cap: cap, floor: floor, basis: basis,
      limited: limited, firstMonth: firstMonth, interval: interval)
  }

  /// Whether prices are adjusted in contract month `month`.
  public func adjusts(in month: Int) -> Bool {
    month >= firstMonth && (month - firstMonth).isMultiple(of: interval)
  }

  /// The months in which the indices are read for the adjustment in contract month `month`: the
  /// later one and the one from which on they have moved.
  ///
  /// Months before 1 are history, in which an index is at its level before month 1.
  public func reading(for month: Int) -> (to: Int, from: Int) {
    let to = month - lag
    if let over { return (to, to - over) }
    let isFirst = month < firstMonth + interval || basis == .asDrafted
    return (to, (isFirst ? 1 : month - interval) - lag)
  }
}

extension Indexation.Followed {
  /// The indices that are followed, in the order of their moves.
  public var indices: [String] {
    switch self {
    case .index(let index): [index]
    case .blend(let parts): parts.map(\.index)
    case .lesser(let moves):
      moves.compactMap { if case .index(let index) = $0 { index } else { nil } }
    }
  }
}
