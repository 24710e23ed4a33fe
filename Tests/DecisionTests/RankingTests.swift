import Contracts
import Decision
import Simulation
import TestKit
import Testing

private func ranking(
  _ event: Event, _ bids: [Bid], levels: [String: Double] = [:], baseline: Int? = nil,
  basis: CostBasis = .beforeCredits, demandSpread: Double = 0, futures: Int = 256,
  seed: UInt64 = 1
) async throws -> Ranking {
  let experiment = try Small.experiment(
    event, bids, levels: levels, baseline: baseline, basis: basis, demandSpread: demandSpread,
    futures: futures, seed: seed)
  return await Comparison(event, experiment, experiment.run(threads: 1)).ranking
}

@Test func the_cheapest_bid_comes_first() async throws {
  let bids = [("a", 300.0), ("b", 100), ("c", 200)].map { Small.bid($0, [Small.fee($1)]) }
  let found = try await ranking(Small.event(), bids)
  #expect(found.rows.map(\.option) == [1, 2, 0])
  #expect(found.rows.map(\.rank) == [1, 2, 3])
  #expect(found.rows.map(\.isTiedWithAbove) == [false, false, false])
  #expect(found.rows.map(\.overall.value) == [100, 50, 100 / 3.0])
  #expect(found.rows.map(\.scores) == [[100], [50], [100 / 3.0]])
}

@Test func todays_operation_is_not_ranked() async throws {
  let bids = [("baseline", 50.0), ("b", 100), ("c", 200)].map { Small.bid($0, [Small.fee($1)]) }
  let found = try await ranking(Small.event(), bids, baseline: 0)
  #expect(found.rows.map(\.option) == [1, 2])
  #expect(found.rows.map(\.overall.value) == [100, 50])
}

@Test func identical_bids_are_tied_in_the_order_of_their_names() async throws {
  let bids =
    ["c", "a", "b"].map { Small.bid($0, [Small.price(3)]) } + [
      Small.bid("d", [Small.price(4)])
    ]
  let found = try await ranking(Small.event(), bids, demandSpread: 0.1)
  #expect(found.rows.map { bids[$0.option].id } == ["a", "b", "c", "d"])
  #expect(found.rows.map(\.rank) == [1, 1, 1, 4])
  #expect(found.rows.map(\.isTiedWithAbove) == [false, true, true, false])
}

@Test func ties_below_the_first_share_the_lowest_rank() async throws {
  let fees = [("a", 100.0), ("b", 120), ("c", 120), ("d", 120), ("e", 150), ("f", 150)]
  let found = try await ranking(Small.event(), fees.map { Small.bid($0, [Small.fee($1)]) })
  #expect(found.rows.map(\.rank) == [1, 2, 2, 2, 5, 5])
}

// Both bids are moved by the same volumes, so the difference is known far better than each cost.
@Test func common_futures_tell_apart_what_either_alone_would_not() async throws {
  let bids = [Small.bid("a", [Small.price(3.03)]), Small.bid("b", [Small.price(3)])]
  let found = try await ranking(Small.event(), bids, demandSpread: 0.3)
  #expect(found.rows.map(\.option) == [1, 0])
  #expect(!found.rows[1].isTiedWithAbove)
}

// 32 batches: |t| of 31 degrees of freedom exceeds 2 in 5.4 % of cases.
@Test func bids_of_the_same_law_are_tied_but_for_one_time_in_twenty() async throws {
  let bids = ["a", "b"].map { Small.bid($0, [Small.fee(100), Small.loss(20)]) }
  let event = Small.event(horizon: 4)
  var untied = 0
  for seed in 1...UInt64(400) {
    let found = try await ranking(
      event, bids, levels: ["a": 0, "b": 0], basis: .afterCredits, futures: 1_024, seed: seed)
    if !found.rows[1].isTiedWithAbove { untied += 1 }
  }
  let expected = 0.054
  expectClose(
    Double(untied) / 400, expected, standardError: (expected * (1 - expected) / 400).squareRoot(),
    seed: 1)
}

@Test func bids_of_clearly_different_service_are_not_tied() async throws {
  let bids = ["a", "b"].map { Small.bid($0, [Small.fee(100), Small.loss(20)]) }
  let found = try await ranking(
    Small.event(horizon: 4), bids, levels: ["a": 0, "b": 1], basis: .afterCredits, futures: 1_024)
  #expect(found.rows.map(\.option) == [1, 0])
  #expect(found.rows.map(\.rank) == [1, 2])
}

// Of fewer futures than two batches nothing is known about the error.
@Test func too_few_futures_leave_every_order_open() async throws {
  let bids = [("a", 300.0), ("b", 100)].map { Small.bid($0, [Small.fee($1)]) }
  let found = try await ranking(Small.event(), bids, futures: 63)
  #expect(found.rows.map(\.option) == [1, 0])
  #expect(found.rows.map(\.rank) == [1, 1])
  #expect(found.rows.map(\.overall.standardError) == [.infinity, .infinity])
}

@Test(arguments: [32_768, 2 * Sample.capacity])
func the_error_of_a_score_is_that_of_its_cost(futures: Int) async throws {
  let event = Small.event(
    horizon: 1,
    criteria: [Criterion(measure: .cost, weight: 1, scale: .linear(best: 0, worst: 1_000))])
  let experiment = try Small.experiment(
    event, [Small.bid("a", [Small.price(3)])], demandSpread: 0.1, futures: futures)
  let comparison = await Comparison(event, experiment, experiment.run(threads: 1))
  let cost = comparison.outcome.summary(of: 0, .beforeCredits).mean
  let score = comparison.ranking.rows[0].overall
  #expect(abs(score.value - (100 - cost.value / 10)) < 1e-9)
  // An error from 32 batches is itself uncertain by 1 / √62.
  expectClose(
    score.standardError, cost.standardError / 10,
    standardError: cost.standardError / 10 / 62.0.squareRoot(), seed: 1)
}

@Test func compliance_counts_at_go_live() async throws {
  let event = Small.event(
    goLive: 4, requirements: [Requirement(id: "r", framework: "F", text: "", due: .goLive)],
    criteria: [Criterion(measure: .compliance, weight: 1, scale: .linear(best: 1, worst: 0))])
  let planned = Answer(status: .planned(by: Small.month("2027-07")), evidence: .independentAudit)
  let bids = [
    Small.bid("a", [Small.fee(1)], answers: ["r": Answer(status: .comply)]),
    Small.bid("b", [Small.fee(9)], answers: ["r": planned]),
  ]
  let found = try await ranking(event, bids)
  #expect(found.rows.map(\.option) == [1, 0])
  #expect(found.rows.map(\.overall.value) == [100, 70])
}

@Test func a_bid_that_cannot_be_awarded_keeps_its_place() async throws {
  let event = Small.event(requirements: [
    Requirement(id: "r", framework: "F", text: "", isMandatory: true)
  ])
  let bids = [
    Small.bid("a", [Small.fee(100)]),
    Small.bid("b", [Small.fee(200)], answers: ["r": Answer(status: .comply)]),
  ]
  #expect(try await ranking(event, bids).rows.map(\.option) == [0, 1])
}
