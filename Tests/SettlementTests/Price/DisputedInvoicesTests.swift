import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct DisputedInvoicesTests {
  private static func disputes(_ share: Double, months: Int, won: Double) -> Clause {
    .disputedInvoices(DisputedInvoices(share: share, months: months, won: won))
  }

  @Test func the_page_says_when_disputes_are_settled() throws {
    let rows = try ClausePage("DisputedInvoices").rows
    let settled = try Bench(months: rows.count).settle([
      "fee": .fixedFee(FixedFee(amount: 10_000)),
      "disputes": Self.disputes(0.03, months: 2, won: 0.5),
    ])
    for row in rows {
      let month = Int(try row.number("month"))
      row.expect(settled.amount(of: "disputes: withheld", in: month), in: "withheld")
      row.expect(settled.amount(of: "disputes: paid", in: month), in: "paid")
    }
  }

  @Test(arguments: 1...8)
  func whatever_their_length_all_disputes_are_settled_within_the_horizon(_ months: Int) throws {
    let settled = try Bench(months: 7).settle([
      "fee": .fixedFee(FixedFee(amount: 100)),
      "disputes": Self.disputes(0.5, months: months, won: 0),
    ])
    #expect(settled.amounts(of: "disputes").reduce(0, +) == 0)
    #expect(settled.nominal == 700)
  }

  @Test func what_is_won_is_never_paid() throws {
    let settled = try Bench(months: 4).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "disputes": Self.disputes(0.1, months: 1, won: 1),
    ])
    #expect(settled.nominal == 360)
  }

  @Test func a_dispute_outlives_the_contract_and_none_begins_after_it() throws {
    var leaving = Leaving(in: 2, months: 6)
    leaving.clauses["disputes"] = Self.disputes(0.1, months: 3, won: 0)
    let settled = try leaving.settle()
    #expect(settled.amounts(of: "disputes: withheld") == [-10, -9, 0, 0, 0, 0])
    #expect(settled.amounts(of: "disputes: paid") == Array(repeating: 0, count: 6))
    #expect(settled.amounts(of: "disputes: paid after the exit") == [0, 0, 0, 10, 9, 0])
  }
}
