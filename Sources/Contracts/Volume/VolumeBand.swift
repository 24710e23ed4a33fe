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

  /// Rates of their own for the units further away from the baseline.
  public struct OuterBand: Hashable, Sendable {
    /// The share of the baseline beyond which the rates hold, 0.15 for ±15 %.
    public var beyond: Double

    /// The additional resource charge for one unit beyond it, before indexation.
    public var arc: Double

    /// The reduced resource credit for one unit beyond it, before indexation.
    public var rrc: Double

    /// Creates the rates of the units `beyond` a share of the baseline.
    public init(beyond: Double, arc: Double, rrc: Double) {
      self.beyond = beyond
      self.arc = arc
      self.rrc = rrc
    }
  }

  /// When the baseline becomes what the volume has been.
  public struct Rebaseline: Hashable, Sendable {
    /// The months in a row outside the edge, whose mean volume is the new baseline.
    public var after: Int

    /// The share of the baseline beyond which a month is outside.
    public var edge: Double

    /// The months between the last of those and the first with the new baseline.
    public var delay: Int

    /// Creates a new baseline after so many months outside `edge`.
    ///
    /// - Precondition: `after ≥ 1`, and neither `edge` nor `delay` is negative.
    public init(after: Int, edge: Double, delay: Int = 0) {
      precondition(after >= 1 && edge >= 0 && delay >= 0, "a baseline changes after a month")
      self.after = after
      self.edge = edge
      self.delay = delay
    }
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

  /// Rates of their own further away from the baseline, from the innermost.
  public var outer: [OuterBand]

  /// What every reduced resource credit is multiplied by, Z.
  public var rrcFactor: Double

  /// The months whose volumes and baselines are added up before they are compared.
  public var settled: Period

  /// What becomes of a last period that the span or the horizon cuts short.
  public var rest: Reckoning.Rest

  /// When the baseline becomes what the volume has been, or nothing where it never does.
  public var rebaseline: Rebaseline?

  /// Creates a band around the baseline volume of `serviceLine`.
  ///
  /// - Precondition: the deadband is not negative, and outer bands begin ever further away.
  public init(
    serviceLine: String, baseline: [Double]? = nil, deadband: Double, arc: Double, rrc: Double,
    reading: Reading = .excess, span: MonthSpan = MonthSpan(), indexation: String? = nil,
    outer: [OuterBand] = [], rrcFactor: Double = 1, settled: Period = .month,
    rest: Reckoning.Rest = .notSettled, rebaseline: Rebaseline? = nil
  ) {
    precondition(deadband >= 0, "a deadband cannot be negative")
    let edges = [deadband] + outer.map(\.beyond)
    precondition(zip(edges, edges.dropFirst()).allSatisfy(<), "outer bands begin further away")
    self.serviceLine = serviceLine
    self.baseline = baseline
    self.deadband = deadband
    self.arc = arc
    self.rrc = rrc
    self.reading = reading
    self.span = span
    self.indexation = indexation
    self.outer = outer
    self.rrcFactor = rrcFactor
    self.settled = settled
    self.rest = rest
    self.rebaseline = rebaseline
  }
}
