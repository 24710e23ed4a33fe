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

  /// Index levels by index and month, 1 before month 1.
  public let indices: [[Row]]

  /// Creates rows for `serviceLines` volumes and `indices` indices over `horizon` months.
  public init(horizon: Int, serviceLines: Int, indices: Int, in arena: Arena) {
    self.arena = arena
    self.horizon = horizon
    volumes = (0..<serviceLines).map { _ in arena.rows(horizon) }
    surprises = (0..<serviceLines).map { _ in arena.latentRows(horizon) }
    self.indices = (0..<indices).map { _ in arena.rows(horizon) }
  }

  /// Creates rows for the shared drivers of `assumptions`.
  public convenience init(for assumptions: Assumptions, in arena: Arena) {
    self.init(
      horizon: assumptions.horizon, serviceLines: assumptions.demand.count,
      indices: assumptions.indices.count, in: arena)
  }

  /// Fills every lane with one given future: `volumes` and `indices` by series and month.
  ///
  /// The surprises are 0.
  public func give(volumes given: [[Double]], indices givenIndices: [[Double]]) {
    for (rows, values) in zip(volumes, given) {
      for (row, value) in zip(rows, values) { row.fill(value) }
    }
    for (rows, values) in zip(indices, givenIndices) {
      for (row, value) in zip(rows, values) { row.fill(value) }
    }
    for row in surprises.joined() { row.fill(0) }
  }
}
