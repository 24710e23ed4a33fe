import Futures
import Glibc
import TestKit
import Testing

@Suite struct IndexTests {
  private static func sampled(_ law: IndexDriver.Law, seed: UInt64, futures: Int = 10_240)
    -> [[Double]]
  {
    let index = IndexDriver(id: "wages", law: law)
    let assumptions = Assumptions(horizon: 36, demand: [], indices: [index])
    return Sampled(assumptions, seed: seed, futures: futures).indices[0]
  }

  @Test func a_geometric_index_is_lognormal_with_its_drift_as_mean() async {
    await forEverySeed(seedCount) { seed in
      let levels = Self.sampled(.geometric(drift: 0.03, spread: .spread(0.1)), seed: seed)
      for month in [1, 12, 13, 36] {
        let years = Double(month) / 12
        let truth = exp(0.03 * years)
        let v = 0.01 * years
        expectMean(of: levels[month - 1], truth, seed: seed)
        expectVariance(of: levels[month - 1], truth * truth * (exp(v) - 1), seed: seed)
        let logarithms = levels[month - 1].map { log($0) }
        expectMean(of: logarithms, 0.03 * years - v / 2, seed: seed)
        expectVariance(of: logarithms, v, seed: seed)
      }
    }
  }

  @Test func a_mean_reverting_index_moves_at_anniversaries_only() {
    let levels = Self.sampled(
      .meanReverting(drift: 0.03, persistence: .persistence(0.9), spread: .spread(0.01)), seed: 1,
      futures: 512)
    for month in 1...12 { #expect(levels[month - 1].allSatisfy { $0 == 1 }) }
    for month in 14...24 { #expect(levels[month - 1] == levels[12]) }
    for month in 26...36 { #expect(levels[month - 1] == levels[24]) }
    #expect(levels[12] != levels[24])
  }

  @Test func a_mean_reverting_index_has_the_moments_of_its_yearly_rate() async {
    await forEverySeed(seedCount) { seed in
      let (phi, sigma, drift) = (0.93, 0.012, 0.03)
      let levels = Self.sampled(
        .meanReverting(drift: drift, persistence: .persistence(phi), spread: .spread(sigma)),
        seed: seed)
      let law = Autoregression(persistence: phi, spread: sigma, start: .zero)
      expectMean(of: levels[12], 1 + drift, seed: seed)
      expectVariance(of: levels[12], law.variance(in: 13), seed: seed)
      let covariance = law.variance(in: 13) * pow(phi, 12)
      expectMean(of: levels[24], (1 + drift) * (1 + drift) + covariance, seed: seed)
      let rates = zip(levels[24], levels[12]).map { $0 / $1 - 1 - drift }
      expectVariance(of: rates, law.variance(in: 25), seed: seed)
      expectCovariance(of: rates, levels[12], covariance, seed: seed)
    }
  }

  @Test func yearly_rates_are_not_clipped() {
    let levels = Self.sampled(
      .meanReverting(drift: 0, persistence: .persistence(0.9), spread: .spread(0.02)), seed: 1)
    #expect(levels[12].contains { $0 < 0.9 })
    #expect(levels[12].contains { $0 > 1.1 })
  }

  @Test(arguments: [
    IndexDriver.Law.geometric(drift: 0.03, spread: .spread(0.1)),
    .meanReverting(drift: 0.03, persistence: .persistence(0.9), spread: .spread(0.01)),
  ])
  func a_start_level_multiplies_all_levels(_ law: IndexDriver.Law) {
    let drivers = [1, 4].map { IndexDriver(id: "rate", law: law, startLevel: $0) }
    let known = drivers.map { Assumptions(horizon: 36, demand: [], indices: [$0]) }
    let sampled = known.map { Sampled($0, seed: 7, futures: 512).indices[0] }
    for month in 1...36 {
      // A power of two changes no other bit.
      #expect(sampled[1][month - 1] == sampled[0][month - 1].map { 4 * $0 })
      #expect(known[1].expectedIndices[0][month - 1] == 4 * known[0].expectedIndices[0][month - 1])
      #expect(drivers[1].meanLevel(in: month) == drivers[0].meanLevel(in: month).map { 4 * $0 })
    }
    #expect(drivers[1].meanAnniversaryFactor == drivers[0].meanAnniversaryFactor)
    #expect(known[1].known.indices[0].startLevel == 4)
  }

  @Test func the_expected_path_is_the_drift_without_chance() {
    let assumptions = Assumptions(
      horizon: 25, demand: [],
      indices: [
        IndexDriver(id: "cpi", law: .geometric(drift: 0.03, spread: .spread(0))),
        IndexDriver(
          id: "wages",
          law: .meanReverting(drift: 0.04, persistence: .persistence(0.9), spread: .spread(0))),
      ])
    let sampled = Sampled(assumptions, seed: 1, futures: 256)
    for index in 0..<2 {
      for month in 0..<25 {
        let expected = assumptions.expectedIndices[index][month]
        #expect(sampled.indices[index][month].allSatisfy { abs($0 / expected - 1) < 1e-14 })
      }
    }
    #expect(abs(assumptions.expectedIndices[0][11] - exp(0.03)) < 1e-15)
    #expect(abs(assumptions.expectedIndices[1][24] - 1.04 * 1.04) < 1e-15)
  }
}
