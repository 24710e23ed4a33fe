import Contracts
import Testing

@testable import Decision

private func scores(
  _ measure: Criterion.Measure, _ scale: Criterion.Scale, _ values: [Double],
  costs: [Double]? = nil
) -> [Double] {
  let bids = values.indices.map { index in
    var bid = Measures(cost: costs?[index] ?? 0, risk: 0, compliance: 0)
    switch measure {
    case .cost: bid.cost = values[index]
    case .risk: bid.risk = values[index]
    case .compliance: bid.compliance = values[index]
    case .service: bid.service = values[index]
    case .scored: bid.scored = [measure.rawValue: values[index]]
    }
    return bid
  }
  return Criterion(measure: measure, weight: 1, scale: scale).scores(of: bids)
}

@Test(
  arguments: [
    ([200, 100, 400], [50, 100, 25]), ([100], [100]), ([100, 100], [100, 100]),
    ([0, 100], [100, 0]), ([0, 0], [100, 100]), ([-50, 100], [100, 0]), ([-50, -20], [100, 100]),
    ([0, 50, -10], [100, 0, 100]),
  ] as [([Double], [Double])]
)
func lowest_over_own_gives_the_lowest_100(costs: [Double], expected: [Double]) {
  #expect(scores(.cost, .lowestOverOwn, costs) == expected)
}

@Test(
  arguments: [
    (1, 0, [1, 0.75, 0, 1.5, -0.5], [100, 75, 0, 100, 0]),
    (0, 200, [0, 50, 200, 300, -10], [100, 75, 0, 0, 100]),
    (0.9, 0.5, [0.9, 0.7, 0.5, 0.4], [100, 50, 0, 0]),
  ] as [(Double, Double, [Double], [Double])]
)
func a_linear_scale_runs_from_best_to_worst_and_no_further(
  best: Double, worst: Double, values: [Double], expected: [Double]
) {
  let found = scores(.compliance, .linear(best: best, worst: worst), values)
  for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 1e-12) }
}

@Test func an_equal_best_and_worst_gives_all_or_nothing() {
  let found = scores(.compliance, .linear(best: 0.8, worst: 0.8), [0.8, 0.79, 0.81])
  #expect(found == [100, 0, 0])
}

@Test func a_share_of_the_lowest_cost_is_the_same_money_for_every_bid() {
  let found = scores(
    .risk, .shareOfLowestCost(worst: 0.25), [0, 50, 125, 250, 300],
    costs: [1_200, 1_000, 1_500, 2_000, 1_000])
  #expect(found == [100, 80, 50, 0, 0])
}

@Test(arguments: [0.0, -50])
func without_any_cost_only_a_bid_without_risk_scores(lowest: Double) {
  let found = scores(.risk, .shareOfLowestCost(worst: 0.25), [0, 1], costs: [lowest, 100])
  #expect(found == [100, 0])
}

@Test func criteria_without_weight_score_nothing() {
  let bids = [Measures(cost: 100, risk: 5, compliance: 0.8)]
  let weightless = Criterion(measure: .cost, weight: 0, scale: .lowestOverOwn)
  #expect([weightless].overall(of: bids) == [0])
  #expect([Criterion]().overall(of: bids) == [0])
}

@Test func the_overall_score_weighs_the_criteria() {
  let criteria = [
    Criterion(measure: .cost, weight: 3, scale: .lowestOverOwn),
    Criterion(measure: .compliance, weight: 1, scale: .linear(best: 1, worst: 0)),
    Criterion(measure: .risk, weight: 0, scale: .linear(best: 0, worst: 1)),
  ]
  let bids = [
    Measures(cost: 100, risk: 1, compliance: 0.5), Measures(cost: 200, risk: 0, compliance: 1),
  ]
  #expect(criteria.overall(of: bids) == [87.5, 62.5])
}

@Test func only_the_proportion_of_weights_counts() {
  let bids = [
    Measures(cost: 110, risk: 20, compliance: 0.6), Measures(cost: 100, risk: 30, compliance: 0.9),
  ]
  let tenfold = Criterion.standard.map {
    Criterion(measure: $0.measure, weight: $0.weight * 8, scale: $0.scale)
  }
  #expect(tenfold.overall(of: bids) == Criterion.standard.overall(of: bids))
}

@Test func the_standard_criteria_weigh_cost_60_risk_15_and_compliance_25() {
  let bids = [Measures(cost: 100, risk: 5, compliance: 0.8)]
  let expected = 0.60 * 100 + 0.15 * 100 * (1 - 5 / 25.0) + 0.25 * 80
  #expect(abs(Criterion.standard.overall(of: bids)[0] - expected) < 1e-12)
}
