public import Rows

/// What the drivers that all options share do in one block of futures: a row for each month.
public final class World {
  /// Keeps the rows alive.
  private let arena: Arena

  /// The months of the horizon.
  public let horizon: Int

  /// Volumes by service line and month (index 0 is month 1), in units.
  public let volumes: [[Row]]

  /// Demand surprises `log(u / forecast)` by service line and month.
  public let surprises: [[LatentRow]]

  /// Index levels by index and month.
  public let indices: [[Row]]

  // The same rows in one piece, so that taking one refers to nothing.
  private let volumesInOrder: [Row]
  private let indicesInOrder: [Row]
  private let surprisesInOrder: [LatentRow]
  private let givenVolumes: [[Double]]?

  /// Creates rows for `serviceLines` volumes and `indices` indices over `horizon` months.
  public init(horizon: Int, serviceLines: Int, indices: Int, in arena: Arena) {
    self.arena = arena
    self.horizon = horizon
    givenVolumes = nil
    volumes = (0..<serviceLines).map { _ in arena.rows(horizon) }
    surprises = (0..<serviceLines).map { _ in arena.latentRows(horizon) }
    self.indices = (0..<indices).map { _ in arena.rows(horizon) }
    volumesInOrder = volumes.flatMap(\.self)
    indicesInOrder = self.indices.flatMap(\.self)
    surprisesInOrder = surprises.flatMap(\.self)
  }

  /// Creates rows for the shared drivers of `assumptions`.
  public convenience init(for assumptions: Assumptions, in arena: Arena) {
    self.init(
      horizon: assumptions.horizon, serviceLines: assumptions.demand.count,
      indices: assumptions.indices.count, in: arena)
  }

  /// Creates a world in whose every lane stands one given future: `volumes` and `indices` by series
  /// and month.
  ///
  /// All months share a row of volumes, which ``show(_:)`` fills; indices are read in later months
  /// too. There are no surprises.
  public init(volumes: [[Double]], indices: [[Double]], horizon: Int, in arena: Arena) {
    self.arena = arena
    self.horizon = horizon
    givenVolumes = volumes
    self.volumes = volumes.map { _ in Array(repeating: arena.row(), count: horizon) }
    surprises = []
    surprisesInOrder = []
    self.indices = indices.map { levels in
      let rows = arena.rows(horizon)
      for (row, level) in zip(rows, levels) { row.fill(level) }
      return rows
    }
    volumesInOrder = self.volumes.flatMap(\.self)
    indicesInOrder = self.indices.flatMap(\.self)
  }

  /// The volume of the service line at `position` in `month`, counted from 1.
  public func volume(_ position: Int, in month: Int) -> Row {
    volumesInOrder[position * horizon + month - 1]
  }

  /// The demand surprise of the service line at `position` in `month`, counted from 1.
  public func surprise(_ position: Int, in month: Int) -> LatentRow {
    surprisesInOrder[position * horizon + month - 1]
  }

  /// The level of the index at `position` in `month`, counted from 1.
  public func index(_ position: Int, in month: Int) -> Row {
    indicesInOrder[position * horizon + month - 1]
  }

  /// Brings a given future to `month`; what was sampled stands in rows of its own for every month.
  public func show(_ month: Int) {
    guard let givenVolumes else { return }
    for (rows, values) in zip(volumes, givenVolumes) { rows[month - 1].fill(values[month - 1]) }
  }
}
