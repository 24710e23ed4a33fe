import Contracts
import Quantities
import TestKit
import Testing

@testable import Settlement

/// Whether a sampled attainment is a default by the bound of its service level.
private func misses(_ attainment: Double, _ level: ServiceLevel, _ metric: Metric) -> Bool {
  let bound = level.bound(for: metric)
  switch level.comparison {
  case .atLeast, .moreThan: return attainment < bound
  case .atMost, .lessThan: return attainment >= bound
  }
}

@Test(arguments: ServiceLevel.Comparison.allCases, [Link.logit, .identity])
func sampled_attainment_is_judged_as_its_report_is(
  comparison: ServiceLevel.Comparison, link: Link
) async {
  await forEverySeed(200) { seed in
    var dice = SplitMix64(seed: seed)
    let metric = Metric(
      id: "m", name: "M", link: link, decimals: Int.random(in: 0...2, using: &dice))
    let scale = link == .logit ? 1.0 : 40
    let target = (dice.uniform() * 1_000).rounded() / 1_000 * scale
    let level = ServiceLevel(metric: "m", target: target, comparison: comparison)
    for _ in 0..<200 {
      let attainment = dice.uniform() * scale
      let meets = comparison.meets(metric.reported(attainment), target)
      #expect(misses(attainment, level, metric) == !meets, "\(attainment) \(target) \(metric)")
    }
  }
}

@Test func without_decimals_the_bound_is_the_target() {
  let metric = Metric(id: "m", name: "M", link: .logit)
  let level = ServiceLevel(metric: "m", target: 0.8, comparison: .atLeast)
  #expect(level.bound(for: metric) == 0.8)
}

@Test func a_target_of_all_is_met_by_what_is_reported_as_all() {
  let metric = Metric(id: "m", name: "M", link: .logit, decimals: 0)
  let level = ServiceLevel(metric: "m", target: 1, comparison: .atLeast)
  #expect(abs(level.bound(for: metric) - 0.995) < 1e-12)
}
