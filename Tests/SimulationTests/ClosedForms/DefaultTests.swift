import Contracts
import Futures
import Glibc
import Quantities
import Simulation
import TestKit
import Testing

@Suite struct DefaultTests {
  @Test(arguments: Link.allCases, ServiceLevel.Comparison.allCases)
  func a_level_is_missed_with_the_normal_probability(
    link: Link, comparison: ServiceLevel.Comparison
  ) async throws {
    let market = Market(
      metrics: [Metric(id: "answer", name: "Answer", link: link)], goLive: 3)
    let driver = PerformanceDriver(
      metric: "answer", link: link, level: Parameter(0.8), spread: Parameter(0.5, scale: .log),
      persistence: Parameter(0.5, scale: .atanh), learning: -0.6, learningMonths: 4)
    let target = link.natural(0.4)
    let option = try market.option(
      metrics: [driver],
      clauses: [
        "level": .serviceLevel(
          ServiceLevel(metric: "answer", target: target, comparison: comparison, firstMonth: 2))
      ])
    let missesBelow = comparison == .atLeast || comparison == .moreThan
    let ramps = [1, 1, 0.75, 0.5, 0.25] + Array(repeating: 0, count: 6)
    let truth = ramps.reduce(0.0) { sum, ramp in
      let distance = (0.4 - 0.8 + 0.6 * ramp) / 0.5
      return sum + Normal.below(missesBelow ? distance : -distance)
    }
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, futures: 10_240, seed: seed)
      expect(tally.defaults[0].estimate, truth, seed: seed)
      #expect(tally.allDefaults == tally.defaults[0])
      #expect(tally.credits.mean == 0)
    }
  }

  @Test func defaults_of_two_levels_are_counted_apart_and_together() async throws {
    let market = Market(metrics: [.score("a"), .score("b")])
    let option = try market.option(
      metrics: [.score("a"), .score("b", level: 1)],
      clauses: [
        "first": .serviceLevel(ServiceLevel(metric: "b", target: 0, comparison: .atLeast)),
        "second": .serviceLevel(ServiceLevel(metric: "a", target: -1.5, comparison: .atLeast)),
      ])
    let (first, second) = (12 * Normal.below(-1), 12 * Normal.below(-1.5))
    await forEverySeed(seedCount) { seed in
      let tally = await market.outcome(of: option, futures: 10_240, seed: seed)
      expect(tally.defaults[0].estimate, first, seed: seed)
      expect(tally.defaults[1].estimate, second, seed: seed)
      expect(tally.allDefaults.estimate, first + second, seed: seed)
    }
  }
}
