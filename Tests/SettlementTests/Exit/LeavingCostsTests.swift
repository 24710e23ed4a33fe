import Contracts
import Futures
import Quantities
import Rows
import Settlement
import Testing

/// What leaving in each month of review costs, settled side by side.
@Suite struct LeavingCostsTests {
  private static let months = [4, 10, 16, 22, 28]

  /// The contract with every clause and switch, whose buyer may leave in one of the ``months``.
  private static func contract(_ base: ChargeBase) throws -> ResolvedContract {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let exercise = Exercise.whenCheaper(first: 4, interval: 6)
    return try Contract(id: "bid", clauses: EveryClause.clauses(base: base, exercise))
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
    return contract.costsOfLeaving(in: world, along: path, arena: arena)
  }

  @Test(
    arguments: [ChargeBase.lastInvoice, .contractCharge, .trailingMean(months: 3)],
    [[], [4], [28], [10, 22], [4, 10, 16, 22, 28]])
  func any_choice_of_months_costs_what_the_whole_contract_costs_under_it(
    _ base: ChargeBase, _ chosen: [Int]
  ) throws {
    var contract = try Self.contract(base)
    #expect(contract.reviewMonths == Self.months)
    let draws = Draws(seed: 5)
    let costs = Self.costsOfLeaving(contract, at: draws)
    let together = chosen.reversed().reduce(costs.staying) { costs.leaving(in: $1, else: $0) }
    contract.leavingPays = (1...contract.horizon).map(chosen.contains)
    let totals = Sampled.totals(of: contract, at: draws)
    for lane in 0..<Lanes.count {
      let whole = totals.cost[lane] + totals.credits[lane]
      #expect(abs(together[lane] - whole) < 1e-11 * abs(whole), "future \(lane)")
    }
  }

  @Test func leaving_changes_only_futures_in_which_a_right_stands_open() throws {
    let contract = try Self.contract(.lastInvoice)
    let costs = Self.costsOfLeaving(contract, at: Draws(seed: 5))
    for month in Self.months.dropFirst() {
      let left = costs.leaving(in: month, else: costs.staying)
      let changed = zip(left, costs.staying).filter { $0 != $1 }.count
      #expect((1..<Lanes.count).contains(changed), "month \(month): \(changed) futures")
    }
  }
}
