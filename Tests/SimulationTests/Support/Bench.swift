import Rows

@testable import Simulation

/// Rows for one test; they live as long as it does.
final class Bench {
  private let arena = Arena()
  let work: Row
  private let row: Row

  init() {
    work = arena.row()
    row = arena.row()
  }

  /// Moments of `values`, added block by block with the last block broken.
  func moments(of values: [Double], origin: Double = 0) -> Moments {
    var moments = Moments(origin: origin)
    for first in stride(from: 0, to: values.count, by: Lanes.count) {
      let block = values[first..<min(first + Lanes.count, values.count)]
      row.fill(.infinity)
      for (lane, value) in block.enumerated() { row[lane] = value }
      moments.add(row, lanes: block.count, work: work)
    }
    return moments
  }
}

extension Histogram {
  init(of values: [Double]) {
    self.init()
    for value in values { add(value) }
  }
}
