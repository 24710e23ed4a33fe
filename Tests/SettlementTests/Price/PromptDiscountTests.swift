import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct PromptDiscountTests {
  @Test func the_page_says_which_months_are_discounted() throws {
    let settled = try Bench(months: 4, attainments: ["answered": [1, 1, 0, 1]]).settle([
      "fee": .fixedFee(FixedFee(amount: 10_000)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.1)),
      "prompt": .promptDiscount(PromptDiscount(share: 0.02, span: MonthSpan(from: 2, to: 3))),
    ])
    for row in try ClausePage("PromptDiscount").rows {
      let month = Int(try row.number("month"))
      let invoice = settled.amount(of: "fee", in: month) + settled.amount(of: "credit", in: month)
      row.expect(invoice, in: "invoice")
      row.expect(settled.amount(of: "prompt", in: month), in: "discount")
    }
  }

  @Test func a_discount_lowers_no_charge() throws {
    let settled = try Bench(attainments: ["answered": [0]]).settle([
      "prompt": .promptDiscount(PromptDiscount(share: 1)),
      "fee": .fixedFee(FixedFee(amount: 100)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.1)),
    ])
    #expect(settled.nominalCredits == -10)
    #expect(settled.nominal == 0)
  }
}
