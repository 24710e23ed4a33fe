/// Service credits of an amount for each default, or for each point by which attainment in default
/// falls short, times volumes.
public struct UnitCredit: Hashable, Sendable {
  /// The service level whose defaults are credited.
  public var level: String

  /// The amount in the evaluation currency, for each point or each default.
  public var amount: Double

  /// The attainment from which points are counted, in the metric's natural unit; nothing where the
  /// amount is due for each default.
  public var pointsFrom: Double?

  /// The service lines whose volumes of the month multiply the amount.
  public var volumes: [String]

  /// Creates a credit of `amount` for each default of `level`, or for each point below
  /// `pointsFrom`.
  ///
  /// - Precondition: the amount is not negative.
  public init(
    level: String, amount: Double, pointsFrom: Double? = nil, volumes: [String] = []
  ) {
    precondition(amount >= 0, "a credit cannot be negative")
    self.level = level
    self.amount = amount
    self.pointsFrom = pointsFrom
    self.volumes = volumes
  }
}
