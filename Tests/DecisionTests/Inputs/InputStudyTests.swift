import Contracts
import Decision
import Futures
import Quantities
import Simulation
import TestKit
import Testing

/// What matters in events of which it is known.
@Suite struct InputStudyTests {
  /// A bid whose cost is the volume of a year, and one that costs 1200 and what poor service costs.
  private static func comparison(
    fee: Double = 100, loss: Double = 0, requirement: Requirement? = nil, futures: Int = 4_096,
    seed: UInt64 = 1
  ) async throws -> (study: InputStudy, comparison: Comparison) {
    let event = Small.event(requirements: [requirement].compactMap { $0 })
    let bids = [
      Small.bid("calls", [Small.price(1)], answers: ["must": Answer(status: .comply)]),
      Small.bid(
        "flat", [Small.fee(fee)] + (loss > 0 ? [Small.loss(loss)] : []),
        answers: ["must": Answer(status: .nonComply)]),
    ]
    let experiment = try Small.experiment(
      event, bids, demandSpread: 0.2, futures: futures, seed: seed)
    let comparison = await Comparison(event, experiment, experiment.run(threads: 2))
    let study = comparison.inputStudy(of: experiment, designFutures: 1_024, threads: 2)
    return (study, comparison)
  }

  private static func finding(
    _ name: String, in study: InputStudy
  ) throws -> InputStudy.Finding {
    let place = try #require(study.inputs.inputs.firstIndex { $0.name == name })
    return study.findings[place]
  }

  private static func expect(
    _ index: SobolIndex?, _ truth: Double, seed: UInt64,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let index = try #require(index)
    for estimate in [index.first, index.total] {
      expectClose(
        estimate.value, truth, standardError: estimate.standardError, seed: seed,
        sourceLocation: sourceLocation)
    }
  }

  @Test func a_cost_of_one_driver_has_that_drivers_index_1_and_all_others_0() async throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let (study, _) = try await Self.comparison(loss: 30, seed: seed)
      #expect(
        study.inputs.inputs.map(\.name) == [
          "demand/calls", "service", "service/calls", "service/flat",
        ])
      let demand = try Self.finding("demand/calls", in: study)
      try Self.expect(demand.costs[0], 1, seed: seed)
      try Self.expect(demand.costs[1], 0, seed: seed)
      let service = try Self.finding("service/flat", in: study)
      try Self.expect(service.costs[0], 0, seed: seed)
      try Self.expect(service.costs[1], 1, seed: seed)
      // Its price reads no metric.
      try Self.expect(Self.finding("service/calls", in: study).costs[0], 0, seed: seed)
      // The difference is a sum of the two, so the shares add up to 1.
      let shares = [demand, service].compactMap(\.difference?.total)
      let error = shares.map(\.standardError).reduce(0, +)
      expectClose(shares[0].value + shares[1].value, 1, standardError: error, seed: seed)
    }
  }

  @Test func a_redrawn_input_changes_the_winner_as_often_as_two_futures_differ() async throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let (study, comparison) = try await Self.comparison(seed: seed)
      let chance = comparison.outcome.winShare(of: 0, over: 1)
      let changes = try Self.finding("demand/calls", in: study).winnerChanges
      expectClose(
        changes.value, 2 * chance * (1 - chance), standardError: changes.standardError, seed: seed)
      let service = try Self.finding("service/flat", in: study).winnerChanges
      #expect(service.value == 0)
    }
  }

  @Test func to_know_the_only_input_is_to_know_everything() async throws {
    let (study, _) = try await Self.comparison()
    let worth = try #require(Self.finding("demand/calls", in: study).worth)
    #expect(study.everything.value > 0)
    #expect(worth.value <= study.everything.value)
    #expect(worth.value > 0.95 * study.everything.value)
    let service = try #require(Self.finding("service/calls", in: study).worth)
    #expect(service.value < 0.05 * study.everything.value)
    expectClose(service.value, 0, standardError: service.standardError, seed: 1)
  }

  @Test func what_touches_no_bid_that_might_be_chosen_is_worth_nothing() async throws {
    let requirement = Requirement(
      id: "must", framework: "law", text: "must", isMandatory: true)
    let (study, _) = try await Self.comparison(loss: 30, requirement: requirement)
    #expect(study.choice == [0] && study.winner == 0 && study.runnerUp == nil)
    #expect(study.everything == Estimate(0, standardError: 0))
    for finding in study.findings {
      #expect(finding.worth == Estimate(0, standardError: 0))
      #expect(finding.difference == nil && finding.winnerChanges.value == 0)
    }
  }

  @Test func a_bar_is_the_cost_at_that_volume() async throws {
    let (study, _) = try await Self.comparison()
    let tornado = try #require(Self.finding("demand/calls", in: study).tornado)
    // The cost is 1200 times the volume as a share of the forecast: known but for the fit.
    #expect(abs(tornado.bars[0].low.value - 1200 * tornado.low) < 1e-3)
    #expect(abs(tornado.bars[0].high.value - 1200 * tornado.high) < 1e-3)
    #expect(tornado.bars[1].width < 1e-6 && abs(tornado.bars[1].low.value - 1200) < 1e-6)
    let difference = tornado.bars[2]
    let sign = study.winner == 0 ? 1.0 : -1
    #expect(abs(difference.low.value - sign * (1200 * tornado.low - 1200)) < 1e-3)
  }

  @Test func bars_of_a_providers_service_go_from_cheap_to_dear() async throws {
    let (study, _) = try await Self.comparison(loss: 30)
    let tornado = try #require(Self.finding("service/flat", in: study).tornado)
    let bar = tornado.bars[1]
    #expect(bar.high.value - bar.low.value > 6 * bar.high.standardError)
    #expect(tornado.bars[0].width < 1e-6)
  }
}
