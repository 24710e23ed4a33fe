import Contracts
import Decision
import Quantities
import Simulation
import Testing

/// A bid against today's operation at 100 a month for a year.
private func compare(
  _ clauses: [Contract.Named], baselineFirst: Bool = false
) async throws -> BaselineComparison {
  let today = Small.bid("baseline", [Small.fee(100)])
  let bid = Small.bid("bid", clauses)
  let event = Small.event()
  let experiment = try Small.experiment(
    event, baselineFirst ? [today, bid] : [bid, today], baseline: baselineFirst ? 0 : 1,
    futures: 64)
  let comparison = await Comparison(event, experiment, experiment.run(threads: 1))
  return try #require(comparison.againstBaseline(baselineFirst ? 1 : 0))
}

@Test(
  arguments: [
    // Cheaper from the first month on.
    ([Small.fee(90)], 1),
    // 300 to begin with, 50 saved a month: even after six months, ahead after seven.
    ([Small.fee(50), Small.once(350 - 50, in: 1)], 7),
    // Ahead in the very last month.
    ([Small.fee(50), Small.once(599, in: 1)], 12),
    // Even in the end is not ahead.
    ([Small.fee(50), Small.once(600, in: 1)], nil),
    // Dearer, and equal.
    ([Small.fee(110)], nil), ([Small.fee(100)], nil),
    // 250 ahead after five months, 100 behind after the sixth, ahead for good after the ninth.
    ([Small.fee(50), Small.once(400, in: 6)], 9),
    // Ahead for eleven months, behind in the end.
    ([Small.fee(50), Small.once(601, in: 12)], nil),
    // Free for six months, then double: even in the end.
    ([Small.fee(200, MonthSpan(from: 7))], nil),
  ] as [([Contract.Named], Int?)]
)
func payback_is_the_month_from_which_the_saving_stays(
  clauses: [Contract.Named], month: Int?
) async throws {
  #expect(try await compare(clauses).paybackMonth == month)
  #expect(try await compare(clauses, baselineFirst: true).paybackMonth == month)
}

@Test(arguments: [(90.0, 120.0, 1.0), (110, -120, 0), (100, 0, 0.5)])
func a_saving_is_positive_where_the_bid_is_cheaper(
  fee: Double, saving: Double, chance: Double
) async throws {
  for baselineFirst in [false, true] {
    let found = try await compare([Small.fee(fee)], baselineFirst: baselineFirst)
    #expect(found.saving == Estimate(saving, standardError: 0))
    #expect(found.chanceOfSaving.value == chance)
  }
}

@Test func the_order_of_options_does_not_touch_an_uncertain_saving() async throws {
  let event = Small.event()
  let bid = Small.bid("bid", [Small.price(1)])
  let today = Small.bid("baseline", [Small.fee(100)])
  var found: [BaselineComparison?] = []
  for (options, baseline) in [([bid, today], 1), ([today, bid], 0)] {
    let experiment = try Small.experiment(
      event, options, baseline: baseline, demandSpread: 0.2, futures: 500)
    let comparison = await Comparison(event, experiment, experiment.run(threads: 1))
    found.append(comparison.againstBaseline(1 - baseline))
  }
  #expect(found[0] == found[1])
  let saving = try #require(found[0]).saving
  #expect(saving.standardError > 0)
  #expect(try #require(found[0]).chanceOfSaving.standardError > 0)
}

@Test func nothing_is_compared_with_itself_or_with_a_baseline_that_is_not_there() async throws {
  let event = Small.event()
  let bids = ["a", "b"].map { Small.bid($0, [Small.fee(1)]) }
  for baseline in [nil, 1] {
    let experiment = try Small.experiment(event, bids, baseline: baseline, futures: 64)
    let comparison = await Comparison(event, experiment, experiment.run(threads: 1))
    #expect(comparison.againstBaseline(1) == nil)
    #expect((comparison.againstBaseline(0) == nil) == (baseline == nil))
  }
}
