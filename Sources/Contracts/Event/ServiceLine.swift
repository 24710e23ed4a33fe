/// A part of the function that is put out to bid, with a volume of its own.
public struct ServiceLine: Hashable, Sendable {
  /// The identifier, such as `voice`.
  public var id: String

  /// The name for people.
  public var name: String

  /// What is counted, such as `call`.
  public var unit: String

  /// The baseline volume of each month of the horizon, from month 1.
  public var baseline: [Double]

  /// Creates a service line.
  public init(id: String, name: String, unit: String, baseline: [Double]) {
    self.id = id
    self.name = name
    self.unit = unit
    self.baseline = baseline
  }
}
