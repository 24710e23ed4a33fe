import Contracts
import Futures
import Quantities
import Rows
import Settlement
import TestKit
import Testing

@Suite struct LedgerTests {
  static let bases: [ChargeBase] = [
    .stated(1_234.5), .baselineCharge, .trailingMean(months: 5), .lastInvoice, .contractCharge,
  ]

  private static func contract(
    base: ChargeBase = .trailingMean(months: 5),
    _ exercise: Exercise = .whenCheaper(first: 10, interval: 5)
  ) throws -> ResolvedContract {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let contract = Contract(id: "bid", clauses: EveryClause.clauses(base: base, exercise))
    var resolved = try contract.resolved(
      in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
    resolved.leavingPays = Array(repeating: true, count: Sampled.horizon)
    return resolved
  }

  @Test func the_contract_has_every_clause_in_use() throws {
    let clauses = EveryClause.clauses(base: .lastInvoice, .always).map(\.clause)
    #expect(Set(clauses.map(\.kind)).count == 48)
  }

  @Test(arguments: bases)
  func every_amount_follows_from_its_printed_formula_to_the_bit(_ base: ChargeBase) async throws {
    let contract = try Self.contract(base: base)
    await forEverySeed(3) { seed in
      for future in UInt32(0)..<20 {
        expectWorkings(
          of: Sampled.ledger(of: contract, seed: seed, future: future), in: contract)
      }
    }
  }

  @Test(arguments: bases)
  func a_ledger_adds_up_to_the_totals_of_its_future_to_the_bit(_ base: ChargeBase) async throws {
    let contract = try Self.contract(base: base)
    await forEverySeed(3) { seed in
      let totals = Sampled.totals(of: contract, at: Draws(seed: seed))
      for lane in stride(from: 0, to: Lanes.count, by: 13) {
        let ledger = Sampled.ledger(of: contract, seed: seed, future: UInt32(lane))
        expectSameTotals(ledger, totals, lane: lane, in: contract)
        let exits = ledger.months.count(where: \.exercises)
        #expect(Double(exits) == totals.exited[lane])
      }
    }
  }

  @Test(arguments: bases)
  func amounts_by_themselves_are_those_of_the_ledger(_ base: ChargeBase) throws {
    let contract = try Self.contract(base: base)
    let (ledger, amounts) = (Ledger(), OwedAmounts())
    for sink in [ledger, amounts] as [any Sink] {
      contract.settleBaseline(indices: Sampled.assumptions.expectedIndices, into: sink)
    }
    #expect(!amounts.all.isEmpty && amounts.all == ledger.owed)
  }

  @Test func a_future_does_not_depend_on_its_neighbours() async throws {
    for exercise in [Exercise.always, .never, .withProbability(0.3)] {
      let contract = try Self.contract(exercise)
      await forEverySeed(3) { seed in
        let block = Sampled.totals(of: contract, at: Draws(seed: seed, firstFuture: 1_000))
        for lane in [1, 7, 64, Lanes.count - 1] {
          let other = Sampled.totals(
            of: contract, at: Draws(seed: seed, firstFuture: UInt32(1_000 + lane)))
          #expect(Self.bits(of: other, lane: 0) == Self.bits(of: block, lane: lane))
        }
      }
    }
  }

  private static func bits(of totals: Totals, lane: Int) -> [UInt64] {
    let rows = [
      totals.cost, totals.credits, totals.nominalCost, totals.nominalCredits, totals.loss,
      totals.rightArisen, totals.exited,
    ]
    return rows.map { $0[lane].bitPattern } + totals.defaults.map { UInt64($0[lane]) }
  }

  @Test func every_line_is_owed_in_some_future_and_everything_happens() throws {
    let contract = try Self.contract()
    var lines: Set<Int> = []
    var defaults: Set<Int> = []
    var rights: Set<Int> = []
    for future in UInt32(0)..<60 {
      let ledger = Sampled.ledger(of: contract, seed: 1, future: future)
      lines.formUnion(ledger.entries.filter { $0.amount != 0 }.map(\.line))
      defaults.formUnion(ledger.months.flatMap(\.defaults))
      rights.formUnion(ledger.months.flatMap(\.openRights))
    }
    #expect(lines == Set(contract.lines.indices))
    #expect(defaults == Set(contract.levels.indices))
    #expect(rights == Set(contract.rights.indices))
  }

  @Test func the_cost_of_staying_is_that_of_the_contract_whose_rights_are_never_used() throws {
    let contract = try Self.contract(.always)
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let clauses = EveryClause.clauses(base: .lastInvoice, .never).filter { $0.name != "slow" }
    let never = try Contract(id: "bid", clauses: clauses)
      .resolved(in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
    let left = Sampled.totals(of: contract, at: Draws(seed: 3))
    let kept = Sampled.totals(of: never, at: Draws(seed: 3))
    for lane in 0..<Lanes.count {
      let cost = kept.cost[lane] + kept.credits[lane]
      #expect(abs(left.stayed[lane] - cost) <= 1e-12 * cost)
    }
    #expect(left.exited.sum() > 0)
  }

  @Test func the_last_month_sums_the_lanes_that_count() throws {
    let contract = try Self.contract()
    let lanes = 100
    let totals = Totals(for: contract, in: Arena())
    totals.begin(lanes: lanes)
    Sampled.settle(contract, at: Draws(seed: 5), into: totals)
    let byLane = (0..<lanes).reduce(0) { $0 + totals.cost[$1] + totals.credits[$1] }
    let last = Sampled.horizon - 1
    #expect(totals.costUpTo.count == Sampled.horizon)
    #expect(abs(totals.costUpTo[last] + totals.creditsUpTo[last] - byLane) < 1e-12 * byLane)
    #expect(zip(totals.costUpTo, totals.costUpTo.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func credits_and_what_the_cap_takes_never_favour_the_provider() async throws {
    let contract = try Self.contract()
    await forEverySeed(10) { seed in
      let totals = Sampled.totals(of: contract, at: Draws(seed: seed))
      #expect(totals.credits.maximum() <= 0)
      #expect(totals.credits.minimum() < 0)
    }
  }
}

extension Clause {
  fileprivate var kind: String { String("\(self)".prefix { $0 != "(" }) }
}
