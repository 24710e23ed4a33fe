import Contracts
import Quantities
import TestKit
import Testing

@testable import Settlement

@Suite struct TaxTests {
  private static let answer = Clause.serviceLevel(
    ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))

  @Test func the_page_says_what_credits_do_to_the_tax() throws {
    for row in try ClausePage("Tax").rows {
      let charge = try row.number("charge")
      let credits = try row.number("credits")
      for kind in Tax.Credits.allCases {
        let settled = try Bench(attainments: ["answered": [0]]).settle([
          "fee": .fixedFee(FixedFee(amount: charge)), "answer": Self.answer,
          "credit": .fixedCredit(
            FixedCredit(level: "answer", share: charge == 0 ? 0 : -credits / charge)),
          "vat": .tax(Tax(rate: 0.2, recoverable: 0.8, credits: kind)),
        ])
        row.expect(settled.nominalCredits, in: "credits")
        row.expect(settled.amount(of: "vat"), in: kind.rawValue)
      }
    }
  }

  @Test func the_page_says_what_makes_up_for_withholding_tax() throws {
    for row in try ClausePage("Tax").tables[1] {
      let settled = try Bench().settle([
        "fee": .fixedFee(FixedFee(amount: 100_000)),
        "tax": .tax(Tax(rate: 0, withholding: try row.number("withholding"))),
      ])
      row.expect(settled.amount(of: "tax"), in: "gross-up")
    }
  }

  @Test func named_prices_alone_are_taxed_and_one_off_fees_among_them() throws {
    let settled = try Bench(months: 2).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "other": .fixedFee(FixedFee(amount: 1_000)),
      "setup": .oneOffFee(OneOffFee(amount: 50, month: 2)),
      "vat": .tax(Tax(rate: 0.1, of: ["fee", "setup"])), "all": .tax(Tax(rate: 0.01)),
    ])
    #expect(settled.amounts(of: "vat") == [10, 15])
    #expect(settled.amounts(of: "all") == [11, 11])
  }

  @Test func no_credit_is_a_share_of_tax() throws {
    let settled = try Bench(attainments: ["answered": [0]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.answer,
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.5)),
      "vat": .tax(Tax(rate: 1)),
    ])
    #expect(settled.nominalCredits == -50)
    #expect(settled.amount(of: "vat") == 50)
  }

  @Test func tax_that_is_recovered_costs_nothing() throws {
    let settled = try Bench().settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "vat": .tax(Tax(rate: 0.2, recoverable: 1)),
    ])
    #expect(settled.amount(of: "vat") == 0)
    #expect(settled.nominal == 100)
  }

  @Test func tax_ends_with_the_contract() throws {
    var leaving = Leaving(in: 2, months: 4)
    leaving.clauses["vat"] = .tax(Tax(rate: 0.1))
    #expect(try leaving.settle().amounts(of: "vat") == [10, 9, 0, 0])
  }

  @Test func a_price_that_is_not_there_is_an_error() {
    #expect(
      throws: ResolutionError(
        option: "bid", clause: "vat", reason: .unknown(what: "price", name: "nobody"))
    ) {
      try Bench().resolved([.init("vat", .tax(Tax(rate: 0.2, of: ["nobody"])))])
    }
  }
}
