import Rows

/// How demand and indices turn out in a block of futures.
final class WorldSummary {
  private let assumptions: Assumptions
  private let world: World
  private let sampler: WorldSampler
  private let expected: [[Double]]

  init(_ assumptions: Assumptions, in arena: Arena) {
    self.assumptions = assumptions
    world = World(for: assumptions, in: arena)
    sampler = WorldSampler(assumptions, filling: world, in: arena)
    expected = assumptions.expectedIndices
  }

  func fill(at draws: Draws) { sampler.fill(at: draws) }

  /// Writes `Σ u / Σ forecast`, or that of levels over their expected path, to `row`; 0 where
  /// nothing is forecast.
  func write(_ figure: InputQuantity, to row: Row) {
    row.fill(0)
    switch figure {
    case .volume(let line, let isLate):
      guard let place = assumptions.demand.firstIndex(where: { $0.serviceLine == line })
      else { return }
      add(world.volumes[place], over: assumptions.demand[place].forecast, isLate, to: row)
    case .index(let id, let isLate):
      guard let place = assumptions.indices.firstIndex(where: { $0.id == id }) else { return }
      add(world.indices[place], over: expected[place], isLate, to: row)
    default: preconditionFailure("a world has volumes and indices")
    }
  }

  private func add(_ values: [Row], over expected: [Double], _ isLate: Bool, to row: Row) {
    let months = (isLate ? world.horizon / 2 : 0)..<world.horizon
    let sum = expected[months].reduce(0, +)
    guard sum > 0 else { return }
    for value in values[months] { row.add(value, times: 1 / sum) }
  }
}
