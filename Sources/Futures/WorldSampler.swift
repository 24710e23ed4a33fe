public import Rows

/// Fills a ``World`` with sampled futures.
///
/// The innovations of all shared drivers are correlated in declared order, month by month, from
/// the last month that any driver has observed to the end of the horizon.
public final class WorldSampler {
  private let world: World
  /// What each driver moves by in the four months of a block of random numbers.
  private let innovations: [[WeightedRows]]
  private let demand: [DemandSampler]
  private let indices: [IndexSampler]
  private let hashes: [UInt32]
  private let normals: [Quartet<LatentRow>]
  private let firstMonth: Int

  /// Prepares the drivers of `assumptions` to fill `world`.
  public init(_ assumptions: Assumptions, filling world: World, in arena: Arena) {
    self.world = world
    let coefficients = CoefficientSampler(in: arena)
    demand = assumptions.demand.map { DemandSampler($0, coefficients, in: arena) }
    indices = assumptions.indices.map { IndexSampler($0, coefficients, in: arena) }
    hashes = (assumptions.demand.map(\.name) + assumptions.indices.map(\.name)).map(driverHash)
    normals = hashes.map { _ in arena.latentQuartet() }
    innovations = correlated(normals, by: assumptions.correlation.factor)
    firstMonth = 1 - (assumptions.demand.map(\.start.months).max() ?? 0)
  }

  /// Fills the world with the block of futures at `draws`.
  public func fill(at draws: Draws) {
    for driver in demand { driver.begin(at: draws) }
    for driver in indices { driver.begin(at: draws) }
    for month in firstMonth...world.horizon {
      let (block, place) = Draws.position(of: month)
      if place == 0 || month == firstMonth { drawNormals(ofBlock: block, at: draws) }
      advance(to: month, place: place, at: draws)
    }
  }

  private func drawNormals(ofBlock block: Int, at draws: Draws) {
    for (hash, rows) in zip(hashes, normals) {
      draws.normals(of: hash, monthBlock: block, into: rows)
    }
  }

  private func advance(to month: Int, place: Int, at draws: Draws) {
    for position in demand.indices {
      demand[position].advance(
        to: month, by: innovations[position][place], at: draws,
        surprise: month > 0 ? world.surprises[position][month - 1] : nil,
        volume: month > 0 ? world.volumes[position][month - 1] : nil)
    }
    guard month > 0 else { return }
    for position in indices.indices {
      indices[position].advance(
        to: month, by: innovations[demand.count + position][place],
        level: world.indices[position][month - 1])
    }
  }
}

/// `η_i = Σ_{j ≤ i} L_ij · ε_j` in ascending j, for each driver i and place in a block.
func correlated(_ normals: [Quartet<LatentRow>], by factor: [[Double]]) -> [[WeightedRows]] {
  normals.indices.map { i in
    (0..<4).map { place in
      var rows = WeightedRows()
      for j in 0...i where factor[i][j] != 0 {
        rows.append(normals[j][place], times: .constant(Float(factor[i][j])))
      }
      return rows
    }
  }
}

extension Start {
  /// The months between the last observed month and month 0.
  var months: Int {
    if case .observed(_, let months) = self { months } else { 0 }
  }
}
