public import Quantities

/// A share of what the provider saves the buyer, and of what it overruns.
public struct GainShare: Hashable, Sendable {
  /// What the measured amount is to the buyer.
  public enum Measured: String, Hashable, Sendable, CaseIterable {
    /// A cost: less than the baseline is a gain.
    case cost
    /// A benefit, such as earnings: more than the baseline is a gain.
    case benefit
  }

  /// The provider's share of the gain up to a month.
  public struct Step: Hashable, Sendable {
    /// The last month of the share, counted from the first month of the clause; nothing where the
    /// share holds on.
    public var through: Int?

    /// The provider's share of the gain.
    public var share: Double

    /// Creates a share that holds `through` a month.
    public init(through: Int? = nil, share: Double) {
      self.through = through
      self.share = share
    }
  }

  /// The service line whose volume is the measured amount, in the evaluation currency.
  public var serviceLine: String

  /// Whether a cost or a benefit is measured.
  public var measured: Measured

  /// The agreed baseline amount of each month, from month 1; the last one holds on.
  ///
  /// Nothing where the baseline volumes of the sourcing event are agreed.
  public var baseline: [Double]?

  /// The provider's shares of the gain in order of their months; after the last there is none.
  public var steps: [Step]

  /// The share of the overrun of a period that the provider bears.
  public var painShare: Double

  /// The most that the provider is paid for a whole period, or nothing where it has no limit.
  public var cap: Double?

  /// The periods that are settled.
  public var reckoning: Reckoning

  /// Creates a gain share.
  ///
  /// - Precondition: the steps rise, and no share or cap is negative.
  public init(
    serviceLine: String, measured: Measured = .cost, baseline: [Double]? = nil, steps: [Step],
    painShare: Double = 0, cap: Double? = nil, reckoning: Reckoning = Reckoning()
  ) {
    let ends = steps.map { $0.through ?? .max }
    precondition(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 }, "steps rise")
    precondition(
      steps.allSatisfy { $0.share >= 0 } && painShare >= 0 && cap ?? 0 >= 0,
      "a share cannot be negative")
    self.serviceLine = serviceLine
    self.measured = measured
    self.baseline = baseline
    self.steps = steps
    self.painShare = painShare
    self.cap = cap
    self.reckoning = reckoning
  }
}
