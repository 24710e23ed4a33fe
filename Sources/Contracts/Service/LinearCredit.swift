/// Service credits of a share of the charge for each point by which attainment in default falls
/// short.
///
/// A point is a hundredth for shares and one natural unit otherwise.
public struct LinearCredit: Hashable, Sendable {
  /// What a part of a step counts.
  public enum PartSteps: String, Hashable, Sendable, CaseIterable {
    /// Its part.
    case proRata = "pro_rata"
    /// Nothing: "each full 1 %" (SVCE).
    case floor
    /// A whole step: "0.1 % or portion thereof" (Wavelength).
    case ceiling
  }

  /// The service level whose defaults are credited.
  public var level: String

  /// The attainment from which points are counted, in the metric's natural unit.
  public var from: Double

  /// The share of the base for each point, 0.005 for 0.5 %.
  public var perPoint: Double

  /// The points of one step.
  public var step: Double

  /// What a part of a step counts.
  public var partSteps: PartSteps

  /// The largest share that a month's credit of the level comes to.
  public var cap: Double

  /// What the shares are of.
  public var base: CreditBase

  /// Creates credits of `perPoint` of the base for each point below `from`.
  ///
  /// - Precondition: `perPoint` and `cap` are not negative, and a step is above 0.
  public init(
    level: String, from: Double, perPoint: Double, step: Double = 1,
    partSteps: PartSteps = .proRata, cap: Double = 1, base: CreditBase = CreditBase()
  ) {
    precondition(perPoint >= 0 && cap >= 0, "a credit's share of the charge cannot be negative")
    precondition(step > 0, "a step has a size")
    self.level = level
    self.from = from
    self.perPoint = perPoint
    self.step = step
    self.partSteps = partSteps
    self.cap = cap
    self.base = base
  }
}
