import Contracts
import Decision
import Quantities
import Simulation
import Testing

/// How likely a saving is that of the business case, and what named cases cost.
@Suite struct BusinessCaseTests {
  /// A bid at 90 a month for a year against today's operation at 100.
  private static func chance(_ businessCase: BusinessCase) async throws -> Double? {
    var event = Small.event()
    event.businessCase = businessCase
    let bids = [Small.bid("bid", [Small.fee(90)]), Small.bid("baseline", [Small.fee(100)])]
    let experiment = try Small.experiment(event, bids, baseline: 1, futures: 64)
    let comparison = await Comparison(event, experiment, experiment.run(threads: 1))
    return comparison.againstBaseline(0)?.chanceOfBusinessCase?.value
  }

  @Test(
    arguments: [
      (.saving(120), 1), (.saving(120.01), 0), (.share(0.1), 1), (.share(0.11), 0),
      (.saving(0), 1),
    ] as [(BusinessCase, Double)])
  func a_certain_saving_is_the_business_case_or_not(
    _ businessCase: BusinessCase, _ chance: Double
  ) async throws {
    #expect(try await Self.chance(businessCase) == chance)
  }

  @Test func the_chance_counts_the_futures_of_the_sample() async throws {
    var event = Small.event()
    event.businessCase = .share(0.05)
    let bids = [Small.bid("bid", [Small.price(0.9)]), Small.bid("baseline", [Small.fee(100)])]
    let experiment = try Small.experiment(
      event, bids, baseline: 1, demandSpread: 0.2, futures: 700)
    let outcome = await experiment.run(threads: 1)
    let found = try #require(
      await Comparison(event, experiment, outcome).againstBaseline(0)?.chanceOfBusinessCase)
    let reached = outcome.sample.before[0].count { $0 <= 0.95 * 1_200 }
    #expect(found == .share(Double(reached) / 700, of: 700))
    #expect(found.value > 0.1 && found.value < 0.9)
  }

  @Test func without_a_business_case_there_is_no_chance_of_it() async throws {
    let event = Small.event()
    let bids = [Small.bid("bid", [Small.fee(90)]), Small.bid("baseline", [Small.fee(100)])]
    let experiment = try Small.experiment(event, bids, baseline: 1, futures: 64)
    let comparison = await Comparison(event, experiment, experiment.run(threads: 1))
    #expect(comparison.againstBaseline(0)?.chanceOfBusinessCase == nil)
  }
}
