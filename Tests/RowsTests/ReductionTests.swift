import Rows
import Testing

/// Lane i to accumulator i mod 16, then k and k + 8, then ((0 1)(2 3))((4 5)(6 7)).
private func folded(_ values: [Double], from start: Double, _ f: (Double, Double) -> Double)
  -> Double
{
  var sixteen = Array(repeating: start, count: 16)
  for (i, value) in values.enumerated() { sixteen[i % 16] = f(sixteen[i % 16], value) }
  let eight = (0..<8).map { f(sixteen[$0], sixteen[$0 + 8]) }
  return f(
    f(f(eight[0], eight[1]), f(eight[2], eight[3])),
    f(f(eight[4], eight[5]), f(eight[6], eight[7]))
  )
}

private let counts = [0, 1, 7, 8, 9, 15, 16, 17, 100, 255, 256]

@Test(arguments: seeds)
func sums_are_folded_in_the_stated_order(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let (a, b) = (bench.finiteRow(-1e9...1e9), bench.finiteRow(0...1))
  for n in counts {
    let (x, y) = (Array(a.values.prefix(n)), Array(b.values.prefix(n)))
    #expect(a.sum(first: n) == folded(x, from: 0, +), "seed \(seed), n \(n)")
    #expect(b.sumOfSquares(first: n) == folded(y.map { $0 * $0 }, from: 0, +), "seed \(seed)")
  }
}

@Test(arguments: seeds)
func extremes_pass_over_unknown_lanes(seed: UInt64) {
  let bench = Workbench(seed: seed)
  defer { bench.keep() }
  let row = bench.row()
  for n in counts {
    let known = row.values.prefix(n).filter { !$0.isNaN }
    #expect(row.minimum(first: n) == known.min() ?? .infinity, "seed \(seed), n \(n)")
    #expect(row.maximum(first: n) == known.max() ?? -.infinity, "seed \(seed), n \(n)")
  }
}

@Test func a_reduction_refuses_more_lanes_than_there_are() async {
  await #expect(processExitsWith: .failure) {
    _ = Arena().row().sum(first: Lanes.count + 1)
  }
}
