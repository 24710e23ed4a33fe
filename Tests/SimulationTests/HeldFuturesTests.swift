import Contracts
import Futures
import Quantities
import Settlement
import Simulation
import TestKit
import Testing

@Suite struct HeldFuturesTests {
  private static let market = Market(
    demand: [.lognormal()],
    metrics: [.score("good"), Metric(id: "late", name: "Late", link: .log, better: .lower)])

  private static func option() throws -> Option {
    try market.option(
      metrics: [
        .score("good", level: 0.5),
        PerformanceDriver(
          metric: "late", link: .log, level: Parameter(1), spread: Parameter(0.3, scale: .log)),
      ],
      clauses: [
        "price": .unitPrice(UnitPrice(serviceLine: "voice", price: 2)),
        "level": .serviceLevel(ServiceLevel(metric: "good", target: 0, comparison: .atLeast)),
        "wait": .serviceLevel(ServiceLevel(metric: "late", target: 4, comparison: .atMost)),
        "back": .fixedCredit(FixedCredit(level: "level", share: 0.1)),
        "more": .fixedCredit(FixedCredit(level: "wait", share: 0.05)),
        "harm": .poorServiceLoss(PoorServiceLoss(metric: "good", need: 0, lossPerPoint: 3)),
      ])
  }

  @Test(arguments: [1, 511, 512, 1_300])
  func held_futures_give_the_costs_of_an_experiment_to_the_bit(count: Int) async throws {
    let option = try Self.option()
    let held = HeldFutures(count, of: Self.market.assumptions, seed: 7).outcome(of: option)
    let sample = await Self.market.experiment([option], futures: count, seed: 7)
      .run(threads: 1).sample
    #expect(held.cost == sample.before[0])
    #expect(held.costAfterCredits == sample.after[0])
    #expect(held.charges.count == count)
  }

  @Test func what_the_provider_is_owed_leaves_out_the_buyers_loss() async throws {
    let option = try Self.option()
    let held = HeldFutures(600, of: Self.market.assumptions, seed: 3).outcome(of: option)
    let ledger = Self.market.experiment([option], futures: 600, seed: 3).ledger(of: 0, future: 5)
    let charges = ledger.owed.total(in: option.contract) { $0 == .charge }
    let loss = ledger.owed.total(in: option.contract) { $0 == .loss }
    #expect(loss > 0)
    #expect(abs(held.charges[5] - charges) < 1e-9 * charges)
    #expect(abs(held.cost[5] - charges - loss) < 1e-9 * charges)
  }

  @Test func effort_moves_every_metric_by_its_spread_in_its_better_direction() throws {
    let trying = try Self.option().trying(2)
    #expect(trying.performance.metrics.map(\.level.estimate) == [2.5, 1 - 0.6])
  }
}
