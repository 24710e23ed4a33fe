import Contracts
import Decision
import Simulation
import Testing

@Suite struct RegimeSearchTests {
  private func search(
    _ market: OneLevel, _ terms: [RegimeTerm] = [.atRisk], seed: UInt64 = 1
  ) throws -> RegimeSearch {
    RegimeSearch(
      of: try market.option(), in: market.event, costs: market.costs,
      over: market.futures(2_048, seed: seed), lowering: .mean, terms: terms)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func the_best_regime_leaves_the_provider_what_it_must_have(seed: UInt64) throws {
    var market = OneLevel()
    market.credited = 0.1
    market.costs = CostToServe(share: 0.9, improvement: 0.02, walkAway: 0.06)
    let best = try search(market, seed: seed).best(least: 0.06, evaluations: 40)
    #expect(best.isAccepted)
    // Credits grow until the margin at the provider's best effort is 6 % of the fee.
    var (low, high) = (0.0, 0.2)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      let margin = market.margin(at: market.bestEffort(credited: middle), credited: middle)
      if margin > 0.06 * market.fee { low = middle } else { high = middle }
    }
    let found = try #require(best.values[.atRisk])
    #expect(abs(found - low) < 0.006, "at risk \(found), in closed form \(low), seed \(seed)")
  }

  @Test func the_best_regime_costs_no_more_than_the_written_one() throws {
    var market = OneLevel()
    market.lossPerPoint = 40
    let search = try search(market)
    let written = try search.written(least: 0.02)
    let best = try search.best(least: 0.02, evaluations: 30)
    #expect(best.cost <= written.cost)
  }

  @Test func a_search_that_begins_at_a_regime_finds_none_that_is_worse() throws {
    var market = OneLevel()
    market.costs = CostToServe(share: 0.9, improvement: 0.02, walkAway: 0.02)
    let search = try search(market)
    let higher = try search.best(least: 0.06, evaluations: 30)
    let lower = try search.best(least: 0.02, from: higher.values, evaluations: 10)
    #expect(higher.isAccepted && lower.isAccepted)
    #expect(lower.cost < higher.cost)
    // Where it has no tries to speak of, it stays where it began.
    let same = try search.best(least: 0.02, from: lower.values, evaluations: 2)
    #expect(same.cost <= lower.cost)
  }

  @Test func a_contract_without_such_terms_stays_as_it_is() throws {
    let market = OneLevel()
    let search = try search(market, [.multiplier, .earnBack])
    #expect(search.bounds.isEmpty)
    #expect(try search.best(least: 0, evaluations: 30).values.isEmpty)
  }

  @Test(arguments: Criterion.Statistic.allCases)
  func a_statistic_of_one_cost_is_that_cost(statistic: Criterion.Statistic) {
    #expect(statistic(of: SortedValues([7, 7, 7, 7])) == 7)
  }

  @Test func the_worst_twentieth_of_forty_costs_is_the_mean_of_two() {
    let costs = (1...40).map(Double.init)
    #expect(Criterion.Statistic.cvar95(of: SortedValues(costs[...])) == 39.5)
  }
}
