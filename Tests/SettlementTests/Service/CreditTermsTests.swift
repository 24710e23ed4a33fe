import Contracts
import Foundation
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct CreditTermsTests {
  private static func settle(
    in month: Int, _ settled: CreditTerms.Settled, months: Int = 12
  ) throws -> Settled {
    try Bench(
      months: months, attainments: ["answered": (1...months).map { $0 == month ? 0.5 : 0.9 }],
      discounting: Discounting(rate: pow(1.01, 12) - 1)
    ).settle([
      "fee": .fixedFee(FixedFee(amount: 1_000)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.1)),
      "terms": .creditTerms(CreditTerms(settled: settled)),
    ])
  }

  @Test func the_page_says_what_a_credit_is_worth() throws {
    for row in try ClausePage("CreditTerms").rows {
      let month = Int(try row.number("month"))
      row.expect(try Self.settle(in: month, .sameInvoice).credits, in: "same invoice")
      row.expect(try Self.settle(in: month, .nextInvoice).credits, in: "next invoice")
      row.expect(try Self.settle(in: month, .quarterly).credits, in: "quarterly")
    }
  }

  @Test func charges_and_undiscounted_credits_stay_as_they_are() throws {
    let (same, quarterly) = (
      try Self.settle(in: 4, .sameInvoice), try Self.settle(in: 4, .quarterly)
    )
    #expect(same.cost == quarterly.cost)
    #expect(same.nominalCredits == quarterly.nominalCredits)
  }

  @Test func the_payment_lag_holds_for_credits_too() throws {
    func credits(_ clauses: KeyValuePairs<String, Clause>) throws -> Double {
      try Bench(
        attainments: ["answered": [0.5]], discounting: Discounting(rate: 0.1)
      ).settle(
        [
          .init("fee", .fixedFee(FixedFee(amount: 1_000))),
          .init(
            "answer",
            .serviceLevel(ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))),
          .init("credit", .fixedCredit(FixedCredit(level: "answer", share: 0.1))),
        ] + clauses.map { Contract.Named($0.key, $0.value) }
      ).credits
    }
    let later = try credits([
      "terms": .creditTerms(CreditTerms(settled: .nextInvoice)),
      "payment": .paymentTerms(PaymentTerms(lag: 1)),
    ])
    let lag = try credits(["payment": .paymentTerms(PaymentTerms(lag: 2))])
    #expect(abs(later - lag) < 1e-12)
  }
}
