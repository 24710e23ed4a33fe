/// Service credits by points: every level in default gives points by how far it falls short, and
/// their sum a share of the charge.
public struct PointsCredit: Hashable, Sendable {
  /// The points of one level.
  public struct Kpi: Hashable, Sendable {
    /// The service level.
    public var level: String

    /// Its points by attainment.
    public var table: AttainmentTable

    /// Creates the points of `level`.
    public init(level: String, table: AttainmentTable) {
      self.level = level
      self.table = table
    }
  }

  /// What the points of a month come to.
  public enum Rate: Hashable, Sendable {
    /// A share of the base for each point.
    case perPoint(Double)
    /// The share of the last row whose points are reached, from few points to many.
    case table(AttainmentTable)
  }

  /// The levels that give points.
  public var kpis: [Kpi]

  /// What the points of a month come to.
  public var rate: Rate

  /// The multiplier on the points of a level that defaults month after month, or nothing.
  public var repeats: RepeatMultiplier?

  /// What the shares are of.
  public var base: CreditBase

  /// Creates credits of the points of `kpis` at `rate`.
  public init(
    kpis: [Kpi], rate: Rate, repeats: RepeatMultiplier? = nil, base: CreditBase = CreditBase()
  ) {
    self.kpis = kpis
    self.rate = rate
    self.repeats = repeats
    self.base = base
  }
}
