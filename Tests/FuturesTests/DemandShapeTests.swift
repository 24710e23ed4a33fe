import Futures
import Glibc
import TestKit
import Testing

@Suite struct DemandShapeTests {
  @Test func known_growth_is_a_yearly_factor() {
    let driver = DemandDriver(serviceLine: "voice", forecast: level(36), growth: Parameter(0.06))
    let sampled = Sampled(demandOnly([driver], horizon: 36), seed: 1, futures: 256)
    for month in [1, 2, 13, 36] {
      expectEach(of: sampled.surprises[0][month - 1], log(1.06) * Double(month - 1) / 12)
    }
  }

  @Test func uncertain_growth_is_drawn_once_for_each_future() async {
    await forEverySeed(seedCount) { seed in
      let growth = Parameter(0.06, error: 0.03)
      let driver = DemandDriver(serviceLine: "voice", forecast: level(36), growth: growth)
      let surprises = Sampled(demandOnly([driver], horizon: 36), seed: seed).surprises[0]
      for month in [2, 13, 36] {
        let years = Double(month - 1) / 12
        expectMean(of: surprises[month - 1], log(1.06) * years, seed: seed)
        expectVariance(of: surprises[month - 1], pow(0.03 * years, 2), seed: seed)
      }
      for (year, two) in zip(surprises[12], surprises[24]) { #expect(abs(two - 2 * year) < 1e-6) }
    }
  }

  @Test func a_step_happens_in_its_share_of_the_futures_and_stays() async {
    await forEverySeed(seedCount) { seed in
      let driver = DemandDriver(
        serviceLine: "voice", forecast: level(),
        steps: [
          .init(month: 4, size: -0.3, probability: 0.35), .init(month: 9, size: 0.5),
          .init(month: 2, size: 0.1, probability: 0),
        ])
      let surprises = Sampled(demandOnly([driver]), seed: seed).surprises[0]
      expectEach(of: surprises[2], 0)
      let stepped = surprises[3].map { $0 < -0.1 ? 1.0 : 0 }
      expectMean(of: stepped, 0.35, seed: seed)
      expectEach(of: zip(surprises[3], stepped).map { $0 - log(0.7) * $1 }, 0)
      #expect(surprises[7] == surprises[3])
      expectEach(of: zip(surprises[8], surprises[7]).map { $0 - $1 }, log(1.5))
    }
  }

  @Test func steps_of_one_driver_are_independent() async {
    await forEverySeed(seedCount) { seed in
      let driver = DemandDriver(
        serviceLine: "voice", forecast: level(),
        steps: [
          .init(month: 1, size: 1, probability: 0.5), .init(month: 2, size: 1, probability: 0.5),
        ])
      let surprises = Sampled(demandOnly([driver]), seed: seed).surprises[0]
      let first = surprises[0]
      let second = zip(surprises[1], first).map { $0 - $1 }
      expectCovariance(of: first, second, 0, seed: seed)
    }
  }

  @Test func shocks_arrive_as_a_poisson_process_and_fade() async {
    await forEverySeed(seedCount) { seed in
      let shocks = DemandDriver.Shocks(perYear: 3, mean: -0.2, spread: 0.1, persistence: 0.6)
      let driver = DemandDriver(serviceLine: "voice", forecast: level(), shocks: shocks)
      let surprises = Sampled(demandOnly([driver]), seed: seed).surprises[0]
      let p = 1 - exp(-3.0 / 12)
      for month in [1, 2, 5, 12] {
        // Σ_k δ^k and Σ_k δ^2k over the months that have passed.
        let ages = (0..<month).map { pow(0.6, Double($0)) }
        let once = ages.reduce(0, +)
        let squared = ages.reduce(0) { $0 + $1 * $1 }
        expectMean(of: surprises[month - 1], once * p * -0.2, seed: seed)
        let jump = p * (0.1 * 0.1 + 0.2 * 0.2) - p * p * 0.2 * 0.2
        expectVariance(of: surprises[month - 1], squared * jump, seed: seed)
      }
      expectMean(of: surprises[0].map { $0 != 0 ? 1 : 0 }, p, seed: seed)
    }
  }
}
