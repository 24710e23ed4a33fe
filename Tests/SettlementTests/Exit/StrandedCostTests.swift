import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct StrandedCostTests {
  @Test func the_page_says_which_months_cost_what() throws {
    let settled = try Bench(months: 6).settle([
      "double": .escalator(Escalator(rate: 1, firstMonth: 5, interval: 99)),
      "lease": .strandedCost(
        StrandedCost(amount: 12_000, span: MonthSpan(from: 3, to: 5), indexation: "double")),
    ])
    for row in try ClausePage("StrandedCost").rows {
      row.expect(settled.amount(of: "lease", in: Int(try row.number("month"))), in: "cost")
    }
    #expect(settled.cost == 48_000)
  }

  @Test func it_is_the_buyers_own_and_no_charge() throws {
    let resolved = try Bench().resolved([
      .init("lease", .strandedCost(StrandedCost(amount: 9))),
      .init("terms", .paymentTerms(PaymentTerms(lag: 12))),
    ])
    #expect(resolved.lines.map(\.kind) == [.own])
    #expect(resolved.meanBaselineCharge == 0)
  }

  @Test func it_outlives_the_contract() throws {
    var leaving = Leaving(in: 2, months: 4)
    leaving.clauses["lease"] = .strandedCost(StrandedCost(amount: 7))
    #expect(try leaving.settle().amounts(of: "lease") == [7, 7, 7, 7])
  }

  @Test func no_payment_lag_defers_it() throws {
    let settled = try Bench(discounting: Discounting(rate: 0.12)).settle([
      "lease": .strandedCost(StrandedCost(amount: 100)),
      "terms": .paymentTerms(PaymentTerms(lag: 3)),
    ])
    #expect(abs(settled.cost - 100 / 1.009_488_792_934_583) < 1e-9)
  }
}
