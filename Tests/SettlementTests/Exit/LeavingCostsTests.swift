import Contracts
import Futures
import Quantities
import Rows
import Settlement
import TestKit
import Testing

/// What leaving in each month of review costs, settled side by side.
@Suite struct LeavingCostsTests {
  /// The contract with every clause and switch, whose buyer may leave in any month from the first to
  /// the last, and whose second right of the kind is reviewed in other months and comes first.
  private static func contract(_ base: ChargeBase) throws -> ResolvedContract {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let second = ChronicFailure(
      level: "time", defaults: 2, window: 6, exercise: .whenCheaper(first: 3, interval: 9),
      notice: 6)
    let every = EveryClause.clauses(base: base, .whenCheaper(first: 1, interval: 1))
    let place = try #require(every.firstIndex { $0.name == "chronic" })
    let clauses = every[..<place] + [.init("second", .chronicFailure(second))] + every[place...]
    return try Contract(id: "bid", clauses: Array(clauses))
      .resolved(in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
  }

  private static func costsOfLeaving(_ contract: ResolvedContract, at draws: Draws) -> LeavingCosts
  {
    let arena = Arena()
    let world = World(for: Sampled.assumptions, in: arena)
    WorldSampler(Sampled.assumptions, filling: world, in: arena).fill(at: draws)
    let path = ProviderPath(
      sampling: Sampled.assumptions.performance["bid"] ?? Performance(metrics: []), of: "bid",
      in: world, assumptions: Sampled.assumptions, uniforms: contract.uniforms, arena: arena)
    path.begin(at: draws)
    return contract.costsOfLeaving(
      during: Set(contract.reviewMonths), in: world, along: path, arena: arena)
  }

  @Test(
    arguments: [ChargeBase.lastInvoice, .contractCharge, .trailingMean(months: 3)],
    [[], [1], [30], [29], [10, 22], [3, 12, 21, 30], Array(1...30)])
  func any_choice_of_months_costs_what_the_whole_contract_costs_under_it(
    _ base: ChargeBase, _ chosen: [Int]
  ) async throws {
    let contract = try Self.contract(base)
    #expect(contract.reviewMonths == Array(1...30))
    await forEverySeed(2) { seed in
      let draws = Draws(seed: seed)
      let costs = Self.costsOfLeaving(contract, at: draws)
      let together = chosen.reversed().reduce(costs.staying) { costs.leaving(in: $1, else: $0) }
      var choosing = contract
      choosing.leavingPays = (1...contract.horizon).map(chosen.contains)
      let totals = Sampled.totals(of: choosing, at: draws)
      for lane in 0..<Lanes.count {
        let whole = totals.cost[lane] + totals.credits[lane]
        #expect(abs(together[lane] - whole) < 1e-11 * abs(whole), "seed \(seed), future \(lane)")
      }
    }
  }

  @Test func leaving_changes_only_futures_in_which_a_right_stands_open() throws {
    let contract = try Self.contract(.lastInvoice)
    let costs = Self.costsOfLeaving(contract, at: Draws(seed: 5))
    #expect(costs.leaving(in: 1, else: costs.staying) == costs.staying)
    for month in [10, 16, 22, 28] {
      let left = costs.leaving(in: month, else: costs.staying)
      let changed = zip(left, costs.staying).filter { $0 != $1 }.count
      #expect((1..<Lanes.count).contains(changed), "month \(month): \(changed) futures")
    }
  }
}
