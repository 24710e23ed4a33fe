public import Rows

/// Fills a ``World`` with sampled futures.
///
/// The innovations of all shared drivers are correlated in declared order, month by month, from
/// the last month that any driver has observed to the end of the horizon.
public final class WorldSampler {
  private let world: World
  private let demand: [DemandSampler]
  private let indices: [IndexSampler]
  private let hashes: [UInt32]
  private let normals: [Quartet<LatentRow>]
  private let firstMonth: Int

  /// Prepares the drivers of `assumptions` to fill `world`.
  public init(_ assumptions: Assumptions, filling world: World, in arena: Arena) {
    self.world = world
    hashes = (assumptions.demand.map(\.name) + assumptions.indices.map(\.name)).map(driverHash)
    normals = hashes.map { _ in arena.latentQuartet() }
    let coefficients = CoefficientSampler(in: arena)
    let innovations = correlated(normals, by: assumptions.correlation.factor)
    let ofIndices = innovations.dropFirst(assumptions.demand.count)
    demand = zip(assumptions.demand, innovations).map {
      DemandSampler($0, movedBy: $1, coefficients, in: arena)
    }
    indices = zip(assumptions.indices, ofIndices).map {
      IndexSampler($0, movedBy: $1, coefficients, in: arena)
    }
    firstMonth = 1 - (assumptions.demand.map(\.start.months).max() ?? 0)
  }

  /// Fills the world with the block of futures at `draws`.
  public func fill(at draws: Draws) {
    for driver in demand { driver.begin(at: draws) }
    for driver in indices { driver.begin(at: draws) }
    var month = firstMonth
    while month <= world.horizon {
      let (block, place) = Draws.position(of: month)
      let last = min(month + 3 - place, world.horizon)
      drawNormals(ofBlock: block, at: draws)
      advance(through: month...last, at: draws)
      month = last + 1
    }
  }

  private func drawNormals(ofBlock block: Int, at draws: Draws) {
    for (hash, rows) in zip(hashes, normals) {
      draws.normals(of: hash, monthBlock: block, into: rows)
    }
  }

  /// Moves each driver through the months of a block of random numbers.
  private func advance(through months: ClosedRange<Int>, at draws: Draws) {
    for (position, driver) in demand.enumerated() {
      for month in months {
        driver.advance(
          to: month, at: draws,
          surprise: month > 0 ? world.surprise(position, in: month) : nil,
          volume: month > 0 ? world.volume(position, in: month) : nil)
      }
    }
    for (position, driver) in indices.enumerated() {
      for month in months where month > 0 {
        driver.advance(to: month, level: world.index(position, in: month))
      }
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
