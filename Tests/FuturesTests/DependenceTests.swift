import Futures
import Glibc
import TestKit
import Testing

@Suite struct DependenceTests {
  private static let matrix = [[1, 0.5, -0.3], [0.5, 1, 0.2], [-0.3, 0.2, 1]]

  private static let assumptions = Assumptions(
    horizon: 8,
    demand: [
      DemandDriver(
        serviceLine: "voice", forecast: level(8), reading: .median,
        persistence: .persistence(0.6), spread: .spread(0.1),
        start: .observed(value: 0.2, months: 2)),
      DemandDriver(
        serviceLine: "chat", forecast: level(8), reading: .median,
        persistence: .persistence(-0.4), spread: .spread(0.2)),
    ],
    indices: [IndexDriver(id: "wages", law: .geometric(drift: 0.02, spread: .spread(0.08)))],
    correlation: Correlation(matrix))

  /// The innovations of all three drivers by driver and month 2…8, in units of their spread.
  private static func innovations(seed: UInt64) -> [[[Double]]] {
    let sampled = Sampled(assumptions, seed: seed)
    let demand = zip(sampled.surprises, [(0.6, 0.1), (-0.4, 0.2)]).map { states, law in
      zip(states, states.dropFirst()).map { past, now in
        zip(past, now).map { ($1 - law.0 * $0) / law.1 }
      }
    }
    let index = zip(sampled.indices[0], sampled.indices[0].dropFirst()).map { past, now in
      zip(past, now).map { (log($1 / $0) - (0.02 - 0.0032) / 12) / 0.08 * 12.0.squareRoot() }
    }
    return demand + [index]
  }

  @Test func innovations_of_all_shared_drivers_have_the_stated_correlation() async {
    await forEverySeed(seedCount) { seed in
      let innovations = Self.innovations(seed: seed)
      for i in 0..<3 {
        for month in [0, 3, 6] {
          expectMean(of: innovations[i][month], 0, seed: seed)
          expectVariance(of: innovations[i][month], 1, seed: seed)
          for j in 0..<i {
            expectCorrelation(
              of: innovations[i][month], innovations[j][month], Self.matrix[i][j], seed: seed)
          }
        }
      }
    }
  }

  @Test func innovations_of_different_months_are_uncorrelated() async {
    await forEverySeed(seedCount) { seed in
      let innovations = Self.innovations(seed: seed)
      for i in 0..<3 {
        for j in 0..<3 {
          // Months 4 and 5 lie in different blocks of random numbers, 6 and 7 in the same.
          expectCorrelation(of: innovations[i][2], innovations[j][3], 0, seed: seed)
          expectCorrelation(of: innovations[i][4], innovations[j][5], 0, seed: seed)
        }
      }
    }
  }

  @Test func perfectly_correlated_innovations_are_the_same() {
    let drivers = ["voice", "chat", "mail"].map {
      DemandDriver(
        serviceLine: $0, forecast: level(), persistence: .persistence(0.5), spread: .spread(0.1))
    }
    let correlation = Correlation([[1, 1, -1], [1, 1, -1], [-1, -1, 1]])
    let assumptions = Assumptions(horizon: 12, demand: drivers, correlation: correlation)
    let surprises = Sampled(assumptions, seed: 7, futures: 512).surprises
    #expect(surprises[0] == surprises[1])
    let variance = Autoregression(persistence: 0.5, spread: 0.1, start: .zero).variance(in: 12)
    for (up, down) in zip(surprises[0][11], surprises[2][11]) {
      #expect(abs(up + down + variance) < 1e-6)
    }
  }
}
