import Contracts
import Settlement
import TestKit
import Testing

@Suite struct OneOffFeeTests {
  @Test func the_page_says_that_a_one_off_fee_is_no_part_of_the_charge() throws {
    let rows = try ClausePage("OneOffFee").rows
    let settled = try Bench(months: rows.count, attainments: ["answered": [0.5]]).settle([
      "fee": .fixedFee(FixedFee(amount: 37_000)),
      "setup": .oneOffFee(OneOffFee(amount: 81_217, month: 2, purpose: .transition)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.05)),
    ])
    for row in rows {
      let month = Int(try row.number("month"))
      row.expect(settled.amount(of: "fee", in: month), in: "monthly fee")
      row.expect(settled.amount(of: "setup", in: month), in: "one-off fee")
      row.expect(settled.amount(of: "credit", in: month), in: "credit")
    }
  }

  @Test(arguments: [1, 3])
  func a_fee_is_paid_in_its_month_alone(_ month: Int) throws {
    let settled = try Bench(months: 3)
      .settle(["setup": .oneOffFee(OneOffFee(amount: 9, month: month))])
    #expect(settled.amounts(of: "setup") == (1...3).map { $0 == month ? 9 : 0 })
  }

  @Test func a_fee_due_after_the_horizon_is_not_paid() throws {
    let settled = try Bench(months: 3).settle(["setup": .oneOffFee(OneOffFee(amount: 9, month: 4))])
    #expect(settled.ledger.entries.isEmpty)
  }

  @Test func a_fee_may_follow_an_index() throws {
    let settled = try Bench(months: 2, indices: ["cpi": [1, 1.25]]).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 2)),
      "setup": .oneOffFee(OneOffFee(amount: 8, month: 2, indexation: "cola")),
    ])
    #expect(settled.amounts(of: "setup") == [0, 10])
  }

  @Test func a_fee_due_after_the_exit_is_not_owed() throws {
    var leaving = Leaving(in: 1, months: 3)
    leaving.clauses["setup"] = .oneOffFee(OneOffFee(amount: 9, month: 2))
    let settled = try leaving.settle()
    #expect(settled.liveMonths == [1])
    #expect(settled.amounts(of: "setup") == [0, 0, 0])
  }
}
