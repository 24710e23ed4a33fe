import Glibc
import Rows
import Testing

/// The normals of four months in a million futures.
private struct Draws {
  var months: [[Double]] = [[], [], [], []]

  init(_ address: Address, blocks: UInt32 = 1024) {
    let arena = Arena()
    defer { withExtendedLifetime(arena) {} }
    let rows = arena.latentRows(4)
    for block in 0..<blocks {
      address.normals(
        into: (rows[0], rows[1], rows[2], rows[3]),
        firstFuture: block * UInt32(Lanes.count),
        monthBlock: 5
      )
      for month in 0..<4 { months[month] += rows[month].values.map(Double.init) }
    }
  }

  var all: [Double] { months.flatMap { $0 } }
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

private func expectWithin<N: BinaryInteger>(
  _ estimate: Double,
  _ truth: Double,
  variance: Double,
  over n: N,
  _ what: String,
  seed: UInt64
) {
  let errors = (estimate - truth) / (variance / Double(n)).squareRoot()
  #expect(
    abs(errors) < 4.5, "\(what): \(estimate), not \(truth): \(errors) standard errors, seed \(seed)"
  )
}

@Test(arguments: seeds)
func normals_have_the_moments_of_the_normal(seed: UInt64) {
  let z = Draws(Address(seed: seed, driver: 2)).all
  let n = z.count
  expectWithin(mean(z), 0, variance: 1, over: n, "mean", seed: seed)
  expectWithin(mean(z.map { $0 * $0 }), 1, variance: 2, over: n, "variance", seed: seed)
  expectWithin(mean(z.map { $0 * $0 * $0 }), 0, variance: 15, over: n, "skewness", seed: seed)
  expectWithin(mean(z.map { $0 * $0 * $0 * $0 }), 3, variance: 96, over: n, "kurtosis", seed: seed)
  let beyond = mean(z.map { abs($0) > 4 ? 1 : 0 })
  expectWithin(beyond, erfc(8.0.squareRoot()), variance: 6.334e-5, over: n, "tail", seed: seed)
}

@Test(arguments: seeds)
func normals_fill_equally_likely_bins_equally(seed: UInt64) {
  let z = Draws(Address(seed: seed, driver: 9)).all
  var counts = Array(repeating: 0.0, count: 64)
  for x in z { counts[min(63, Int(32 * erfc(-x * 0.5.squareRoot())))] += 1 }
  let expected = Double(z.count) / 64
  let chiSquared = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
  expectWithin(chiSquared, 63, variance: 126, over: 1, "chi squared", seed: seed)
}

@Test(arguments: seeds)
func normals_of_different_addresses_are_uncorrelated(seed: UInt64) {
  let here = Draws(Address(seed: seed, driver: 2))
  let elsewhere = [
    "driver": Draws(Address(seed: seed, driver: 3)),
    "replicate": Draws(Address(seed: seed, driver: 2, replicate: 1)),
    "seed": Draws(Address(seed: seed + 1, driver: 2)),
  ]
  let n = here.months[0].count
  for i in 0..<4 {
    for j in 0..<i {
      let products = zip(here.months[i], here.months[j]).map { $0 * $1 }
      expectWithin(mean(products), 0, variance: 1, over: n, "months \(i), \(j)", seed: seed)
    }
    let neighbours = zip(here.months[i], here.months[i].dropFirst()).map { $0 * $1 }
    expectWithin(mean(neighbours), 0, variance: 1, over: n - 1, "neighbours", seed: seed)
    for (name, there) in elsewhere {
      let products = zip(here.months[i], there.months[i]).map { $0 * $1 }
      expectWithin(mean(products), 0, variance: 1, over: n, "other \(name)", seed: seed)
    }
  }
}
