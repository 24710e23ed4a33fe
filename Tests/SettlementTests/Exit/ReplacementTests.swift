import Contracts
import Settlement
import TestKit
import Testing

@Suite struct ReplacementTests {
  @Test func the_page_says_what_the_replacement_costs() throws {
    let rows = try ClausePage("Replacement").rows
    var leaving = Leaving(in: 2, notice: 1, months: rows.count)
    leaving.clauses["fee"] = .fixedFee(FixedFee(amount: 90_000))
    leaving.clauses["takeover"] = .replacement(
      Replacement(multiple: 1.15, base: .baselineCharge, procurement: 250_000, dualRunning: 2))
    let settled = try leaving.settle()
    for row in rows {
      let month = Int(try row.number("month"))
      row.expect(settled.liveMonths.contains(month) ? 1 : 0, in: "live")
      row.expect(settled.amount(of: "fee", in: month), in: "contract")
      row.expect(
        settled.amount(of: "takeover: procurement and dual running", in: month),
        in: "procurement and dual running")
      row.expect(settled.amount(of: "takeover: replacement", in: month), in: "replacement")
    }
  }

  /// A volume of 1, 2, 4, 8 … at a price of 1, a baseline of 10, and an exit after month 2.
  private static func amounts(
    _ base: ChargeBase, notice: Int = 0, indexation: String? = nil
  ) throws -> [Double] {
    var leaving = Leaving(in: 2, notice: notice, months: 5)
    leaving.bench.volumes = ["calls": [1, 2, 4, 8, 16]]
    leaving.bench.baseline = ["calls": [10]]
    leaving.bench.indices = ["cpi": [1, 1, 1, 1.5, 1.5]]
    leaving.clauses["cola"] = .indexation(
      Indexation(index: "cpi", firstMonth: 2, interval: 1))
    leaving.clauses["fee"] = .unitPrice(UnitPrice(serviceLine: "calls", price: 1))
    leaving.clauses["takeover"] = .replacement(
      Replacement(multiple: 2, base: base, indexation: indexation))
    return try leaving.settle().amounts(of: "takeover")
  }

  @Test func a_base_is_frozen_as_it_stood_in_the_last_month_served() throws {
    #expect(try Self.amounts(.lastInvoice) == [0, 0, 4, 4, 4])
    #expect(try Self.amounts(.lastInvoice, notice: 1) == [0, 0, 0, 8, 8])
    #expect(try Self.amounts(.trailingMean(months: 2)) == [0, 0, 3, 3, 3])
    #expect(try Self.amounts(.trailingMean(months: 12), notice: 2) == [0, 0, 0, 0, 7.5])
  }

  @Test func what_the_contract_would_have_charged_moves_on() throws {
    #expect(try Self.amounts(.contractCharge) == [0, 0, 8, 16, 32])
  }

  @Test func the_baseline_charge_and_a_stated_one_stay() throws {
    #expect(try Self.amounts(.baselineCharge) == [0, 0, 20, 20, 20])
    #expect(try Self.amounts(.stated(7)) == [0, 0, 14, 14, 14])
  }

  @Test func the_price_follows_the_indexation_that_it_names() throws {
    #expect(try Self.amounts(.stated(8), indexation: "cola") == [0, 0, 16, 24, 24])
  }

  @Test func an_exit_in_the_last_month_pays_for_the_procurement_alone() throws {
    var leaving = Leaving(in: 3, months: 3)
    leaving.clauses["takeover"] = .replacement(
      Replacement(multiple: 2, base: .lastInvoice, procurement: 7, dualRunning: 0.5))
    let settled = try leaving.settle()
    #expect(settled.amounts(of: "takeover: replacement") == [0, 0, 0])
    #expect(settled.amounts(of: "takeover: procurement and dual running") == [0, 0, 107])
  }

  @Test func without_an_exit_a_replacement_costs_nothing() throws {
    var leaving = Leaving(in: 2, months: 3)
    leaving.bench.attainments = ["answered": [0.9]]
    let settled = try leaving.settle()
    #expect(settled.amounts(of: "takeover") == [0, 0, 0])
    #expect(settled.cost == 300)
  }

  @Test func a_replacement_needs_no_right() throws {
    var leaving = Leaving(in: 2, months: 3)
    leaving.clauses["right"] = nil
    #expect(try leaving.settle().cost == 300)
  }

  @Test func dual_running_is_priced_in_the_month_of_the_exercise() throws {
    var leaving = Leaving(in: 2, notice: 1, months: 4)
    leaving.bench.volumes = ["calls": [1, 2, 4, 8]]
    leaving.clauses["fee"] = .unitPrice(UnitPrice(serviceLine: "calls", price: 1))
    leaving.clauses["takeover"] = .replacement(
      Replacement(multiple: 3, base: .contractCharge, dualRunning: 2))
    #expect(try leaving.settle().amounts(of: "takeover") == [0, 12, 0, 24])
  }
}
