public import Quantities

/// Additional resource charge (ARC) above, and reduced resource credit (RRC) below, a deadband
/// around a baseline volume.
public struct VolumeBand: Hashable, Sendable {
  /// Which units are charged once the volume has left the deadband.
  ///
  /// Contracts use both.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    /// Only the units outside the deadband.
    case excess
    /// The whole deviation from the baseline.
    case deviation
  }

  /// The service line whose volume is compared.
  public var serviceLine: String

  /// The contract's baseline volume of each month, from month 1; the last one holds on.
  ///
  /// Nothing where the baseline volumes of the sourcing event are agreed.
  public var baseline: [Double]?

  /// The share of the baseline within which nothing is charged, 0.10 for ±10 %.
  public var deadband: Double

  /// The additional resource charge for one unit, before indexation.
  public var arc: Double

  /// The reduced resource credit for one unit, before indexation.
  public var rrc: Double

  /// Which units are charged outside the deadband.
  public var reading: Reading

  /// The months in which the band holds.
  public var span: MonthSpan

  /// The indexation that both rates follow, or nothing where they are never adjusted.
  public var indexation: String?

  /// Creates a band around the baseline volume of `serviceLine`.
  ///
  /// - Precondition: the deadband is not negative.
  public init(
    serviceLine: String, baseline: [Double]? = nil, deadband: Double, arc: Double, rrc: Double,
    reading: Reading = .excess, span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) {
    precondition(deadband >= 0, "a deadband cannot be negative")
    self.serviceLine = serviceLine
    self.baseline = baseline
    self.deadband = deadband
    self.arc = arc
    self.rrc = rrc
    self.reading = reading
    self.span = span
    self.indexation = indexation
  }
}
