public import Quantities

/// A volume or a charge that the buyer pays for in every period, whether or not it is reached.
public struct MinimumCommitment: Hashable, Sendable {
  /// What must reach the minimum.
  public enum Measure: Hashable, Sendable {
    /// The volume of a service line, in its unit.
    case volume(of: String)
    /// What these prices charge, in the evaluation currency; all of the charge without names.
    case charge(of: [String]?)
  }

  /// A minimum that grows with what is measured.
  public struct StepUp: Hashable, Sendable {
    /// The share of the growth over the period before by which later minimums rise.
    public var growthShare: Double

    /// The most that a minimum may come to, or nothing where it has no limit.
    public var cap: Double?

    /// Creates a step-up by `growthShare` of the growth.
    ///
    /// - Precondition: neither number is negative.
    public init(growthShare: Double, cap: Double? = nil) {
      precondition(growthShare >= 0 && cap ?? 0 >= 0, "a step-up cannot be negative")
      self.growthShare = growthShare
      self.cap = cap
    }
  }

  /// A minimum that falls where the provider fails.
  public struct Relief: Hashable, Sendable {
    /// The service level whose defaults count.
    public var level: String

    /// The share of the minimum that one default takes away.
    public var share: Double

    /// Creates a relief of `share` for each default of `level`.
    ///
    /// - Precondition: `share` is not negative.
    public init(level: String, share: Double) {
      precondition(share >= 0, "a relief cannot be negative")
      self.level = level
      self.share = share
    }
  }

  /// What must reach the minimum.
  public var measure: Measure

  /// The minimum of each whole period, from the first; the last one holds on.
  public var minimum: [Double]

  /// What is owed for one missing unit, before indexation; 1 where charges are measured.
  public var price: Double

  /// The periods that are settled.
  public var reckoning: Reckoning

  /// For how many later periods a payment may be set off against what exceeds the minimum; nothing
  /// where it is lost at once.
  public var carryForward: Int?

  /// How the minimum grows, or nothing where it is as stated.
  public var stepUp: StepUp?

  /// Where the minimum falls, or nothing where it does not.
  public var relief: Relief?

  /// The indexation that the price follows, or nothing where it is never adjusted.
  public var indexation: String?

  /// Creates a commitment to `minimum`.
  ///
  /// - Precondition: there is a minimum, no number is negative, and payments are carried forward for
  ///   at least one period.
  public init(
    measure: Measure, minimum: [Double], price: Double = 1, reckoning: Reckoning = Reckoning(),
    carryForward: Int? = nil, stepUp: StepUp? = nil, relief: Relief? = nil,
    indexation: String? = nil
  ) {
    precondition(!minimum.isEmpty, "a commitment needs a minimum")
    precondition(minimum.allSatisfy { $0 >= 0 } && price >= 0, "a minimum cannot be negative")
    precondition(carryForward ?? 1 >= 1, "a payment is carried forward for a period at least")
    self.measure = measure
    self.minimum = minimum
    self.price = price
    self.reckoning = reckoning
    self.carryForward = carryForward
    self.stepUp = stepUp
    self.relief = relief
    self.indexation = indexation
  }
}
