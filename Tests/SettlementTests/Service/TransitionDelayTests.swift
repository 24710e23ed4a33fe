import Contracts
import Futures
import Quantities
import Rows
import Settlement
import TestKit
import Testing

@Suite struct TransitionDelayTests {
  private static let fee = Clause.fixedFee(FixedFee(amount: 100))

  private static func certain(_ months: Int, from goLive: Int = 1) -> Clause {
    .transitionDelay(
      TransitionDelay(
        [.init(months: months, probability: 1)], goLive: goLive, todaysCost: [150, 160, 170]))
  }

  @Test func the_page_says_what_is_expected_of_each_month() async throws {
    let delay = TransitionDelay(
      [
        .init(months: 0, probability: 0.7), .init(months: 1, probability: 0.2),
        .init(months: 3, probability: 0.1),
      ], goLive: 3, todaysCost: Array(repeating: 150, count: 4))
    for row in try ClausePage("TransitionDelay").rows {
      let month = Int(try row.number("month"))
      let chance = month < 3 ? 0 : delay.chance(ofMoreThan: month - 3)
      let late = try Bench(months: 6).settle(["fee": Self.fee, "delay": Self.longest])
      let charge = late.amount(of: "fee", in: month)
      let today = late.amount(of: "delay", in: month)
      row.expect(chance, in: "chance of being late")
      row.expect(charge, in: "charge if late")
      row.expect(today, in: "today's cost if late")
      row.expect(chance * (charge + today) + (1 - chance) * 100, in: "expected cost")
    }
    let contract = try Self.resolved([
      .init("fee", Self.fee), .init("delay", .transitionDelay(delay)),
    ])
    await forEverySeed(5) { seed in
      let totals = Sampled.totals(of: contract, at: Draws(seed: seed))
      // 50 more in each late month: by months late 0, 50 and 150.
      let mean = totals.nominalCost.sum() / Double(Lanes.count) - 100 * Double(contract.horizon)
      let variance = 0.2 * 50 * 50 + 0.1 * 150 * 150 - 25.0 * 25
      #expect(abs(mean - 25) <= 5 * (variance / Double(Lanes.count)).squareRoot())
    }
  }

  /// The longest delay of the page's example, which is late in months 3 to 5.
  private static let longest = Clause.transitionDelay(
    TransitionDelay(
      [.init(months: 3, probability: 1)], goLive: 3, todaysCost: Array(repeating: 150, count: 4)))

  private static func resolved(_ clauses: [Contract.Named]) throws -> ResolvedContract {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    return try Contract(id: "bid", clauses: clauses)
      .resolved(in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
  }

  @Test func a_baseline_charge_and_stated_totals_are_of_a_service_in_time() throws {
    let contract = try Bench(months: 4)
      .resolved([.init("fee", Self.fee), .init("delay", Self.certain(2))])
    #expect(contract.meanBaselineCharge == 100)
    for basis in StatedTotals.Basis.allCases {
      let stated = StatedTotals(basis: basis, rows: [.init(nil, year: 1, .init(400))])
      let tieOut = contract.tieOut(
        with: stated, tolerance: 0, in: Assumptions(horizon: 4, demand: []))
      #expect(tieOut.rows.map(\.settled) == [400])
    }
  }

  @Test func what_levels_a_bid_and_bonuses_are_for_months_of_service() throws {
    let settled = try Bench(months: 4, attainments: ["answered": [0.9]]).settle([
      "fee": Self.fee, "delay": Self.certain(2),
      "left_out": .levellingAdjustment(.init(.exclusion, of: "all", .amount(40, nil))),
      "good": .bonus(
        Bonus(metric: "answered", neutral: 0.8, best: 0.9, bonus: 7, period: .month)),
      "bundle": .exclusivity(Exclusivity(share: 0.5, firstMonth: 2, fee: 0)),
    ])
    #expect(settled.amounts(of: "left_out") == [0, 0, 10, 10])
    #expect(settled.amounts(of: "good").prefix(2) == [0, 0])
    #expect(settled.amount(of: "good", in: 3) > 6.9)
    #expect(settled.amounts(of: "bundle: bought elsewhere") == [0, 0, 50, 50])
  }

  @Test func the_expected_path_is_in_time_unless_a_delay_is_certain() throws {
    let likely = TransitionDelay(
      [.init(months: 0, probability: 0.01), .init(months: 3, probability: 0.99)], goLive: 1,
      todaysCost: [150, 160, 170])
    let inTime = try Bench(months: 4)
      .settle(["fee": Self.fee, "delay": .transitionDelay(likely)])
    #expect(inTime.amounts(of: "fee") == [100, 100, 100, 100])
    #expect(inTime.amounts(of: "delay") == [0, 0, 0, 0])
    let late = try Bench(months: 4).settle(["fee": Self.fee, "delay": Self.certain(2)])
    #expect(late.amounts(of: "fee") == [0, 0, 100, 100])
    #expect(late.amounts(of: "delay") == [150, 160, 0, 0])
  }

  @Test func what_is_paid_once_stays_and_what_is_passed_through_goes() throws {
    let settled = try Bench(months: 2).settle([
      "setup": .oneOffFee(OneOffFee(amount: 50, month: 1)),
      "calls": .unitPrice(UnitPrice(serviceLine: "calls", price: 2)),
      "passed": .costPlus(CostPlus(serviceLine: "calls", isInCharge: false)),
      "least": .minimumFee(MinimumFee(amount: 500)),
      "vat": .tax(Tax(rate: 0.1, of: ["calls", "setup"])), "delay": Self.certain(1),
    ])
    #expect(settled.amounts(of: "setup") == [50, 0])
    #expect(settled.amounts(of: "calls") == [0, 200])
    #expect(settled.amounts(of: "passed") == [0, 100])
    #expect(settled.amounts(of: "least") == [0, 300])
    #expect(settled.amounts(of: "vat") == [5, 20])
  }

  @Test func a_late_month_has_no_default_and_no_credit() throws {
    let settled = try Bench(months: 3, attainments: ["answered": [0.5]]).settle([
      "fee": Self.fee, "delay": Self.certain(1, from: 2),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.1)),
      "each": .unitCredit(UnitCredit(level: "answer", amount: 3)),
    ])
    #expect(settled.defaults(of: "answer") == [1, 3])
    #expect(settled.amounts(of: "credit") == [-10, 0, -10])
    #expect(settled.amounts(of: "each") == [-3, 0, -3])
  }

  @Test func nothing_is_owed_for_today_after_its_last_known_month() throws {
    let settled = try Bench(months: 5).settle(["fee": Self.fee, "delay": Self.certain(5)])
    #expect(settled.amounts(of: "delay") == [150, 160, 170, 0, 0])
  }

  @Test func delays_are_one_of_several() {
    #expect(
      TransitionDelay.areComplete([
        .init(months: 0, probability: 0.7), .init(months: 2, probability: 0.3),
      ]))
    #expect(!TransitionDelay.areComplete([.init(months: 0, probability: 0.7)]))
    #expect(!TransitionDelay.areComplete([]))
  }
}
