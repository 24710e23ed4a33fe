import Contracts
import Decision
import Simulation
import TestKit
import Testing

@Suite struct ProviderResponseTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func the_effort_of_one_level_equals_its_closed_form(seed: UInt64) throws {
    let market = OneLevel()
    let response = ProviderResponse(
      of: try market.option(), costs: market.costs, in: market.futures(seed: seed))
    // The margin is flat at its top: an effort a twentieth off costs less than 1 in 10,000 of the fee.
    #expect(abs(response.effort - market.bestEffort()) < 0.1, "seed \(seed)")
    expectClose(
      response.margin.value, 24 * market.margin(at: response.effort),
      standardError: response.margin.standardError, seed: seed)
    expectClose(
      response.marginAtRecord.value, 24 * market.margin(at: 0),
      standardError: response.marginAtRecord.standardError, seed: seed)
  }

  @Test(arguments: [0.02, 0.1, 0.4], [1, 2] as [UInt64])
  func no_effort_nearby_earns_more(step: Double, seed: UInt64) throws {
    let market = OneLevel()
    let (option, futures) = (try market.option(), market.futures(seed: seed))
    let response = ProviderResponse(of: option, costs: market.costs, in: futures)
    let best = response.atEffort.margins(at: response.effort, market.costs)
    for effort in [response.effort - step, response.effort + step] {
      let other = futures.outcome(of: option.trying(effort)).margins(at: effort, market.costs)
      let differences = zip(other, best).map { $0 - $1 }
      let mean = differences.reduce(0, +) / Double(differences.count)
      let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let n = Double(differences.count)
      #expect(mean <= 2 * (squares / (n - 1) / n).squareRoot(), "effort \(effort), seed \(seed)")
    }
  }

  @Test func an_effort_that_costs_infinitely_much_changes_nothing() throws {
    var market = OneLevel()
    market.costs = CostToServe(improvement: .infinity)
    let response = ProviderResponse(
      of: try market.option(), costs: market.costs, in: market.futures(512, seed: 1))
    #expect(response.effort == 0)
    #expect(response.atEffort == response.atRecord)
    #expect(response.margin == response.marginAtRecord)
    #expect(response.buyersGain.value == 0)
  }

  @Test func without_credits_nobody_tries() throws {
    var market = OneLevel()
    market.credited = 0
    let response = ProviderResponse(
      of: try market.option(), costs: market.costs, in: market.futures(512, seed: 1))
    #expect(response.effort == 0)
  }

  @Test func an_effort_that_costs_nothing_is_made_in_full() throws {
    var market = OneLevel()
    market.costs = CostToServe(improvement: 0, most: 1.5)
    let response = ProviderResponse(
      of: try market.option(), costs: market.costs, in: market.futures(512, seed: 1))
    #expect(response.effort == 1.5)
  }

  @Test func a_margin_below_the_walk_away_is_no_participation() throws {
    var market = OneLevel()
    // At the record half of the months are credited: 12 % less 10 % of the fee are left.
    market.costs = CostToServe(improvement: .infinity, walkAway: 0.03)
    let futures = market.futures(seed: 1)
    #expect(
      !ProviderResponse(of: try market.option(), costs: market.costs, in: futures).participates)
    market.costs.walkAway = 0.01
    #expect(
      ProviderResponse(of: try market.option(), costs: market.costs, in: futures).participates)
  }

  @Test func a_first_effort_that_saves_nothing_does_not_hide_a_later_one_that_does() {
    // A bump far from 0 that rises above the margin at no effort.
    let effort = ProviderResponse.bestEffort(upTo: 3) { effort in
      effort < 1.5 ? -effort : 2 - 4 * (effort - 2) * (effort - 2)
    }
    #expect(abs(effort - 2) < 0.01)
  }
}
