/// What has happened: the volumes, attainments and index levels of a contract's first months.
public struct Actuals: Hashable, Sendable {
  /// How many contract months are known, from month 1 on.
  public var months: Int

  /// The volumes by service line and month, in units.
  public var volumes: [String: [Double]]

  /// The attainments by metric and month, in natural units; not a number where none was measured.
  public var attainments: [String: [Double]]

  /// The levels of the indices by month, on whatever basis; those before month 1 are unknown.
  public var indices: [String: [Double]]

  /// Creates the actuals of `months` months.
  ///
  /// - Precondition: Every series has a value for each of the months.
  public init(
    months: Int, volumes: [String: [Double]] = [:], attainments: [String: [Double]] = [:],
    indices: [String: [Double]] = [:]
  ) {
    let series = [volumes, attainments, indices].flatMap(\.values)
    precondition(series.allSatisfy { $0.count == months }, "every month of a series is known")
    self.months = months
    self.volumes = volumes
    self.attainments = attainments
    self.indices = indices
  }
}
