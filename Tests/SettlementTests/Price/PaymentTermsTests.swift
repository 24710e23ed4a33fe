import Contracts
import Glibc
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct PaymentTermsTests {
  @Test func the_page_says_what_a_lag_is_worth() throws {
    for row in try ClausePage("PaymentTerms").rows {
      let month = Int(try row.number("month"))
      let timing = try #require(Discounting.Timing(rawValue: try row.text("timing")))
      let billing = try #require(PaymentTerms.Billing(rawValue: try row.text("billing")))
      let settled = try Bench(
        months: month, discounting: Discounting(rate: 0.08, timing: timing)
      ).settle([
        "terms": .paymentTerms(PaymentTerms(lag: try row.number("lag"), billing: billing)),
        "fee": .fixedFee(FixedFee(amount: 1_000)),
      ])
      row.expect(settled.presentValue(of: "fee", in: month), in: "present value")
    }
  }

  @Test func without_payment_terms_there_is_no_lag() throws {
    let bench = Bench(months: 2, discounting: Discounting(rate: 0.1))
    let fee = Clause.fixedFee(FixedFee(amount: 10))
    let atOnce = try bench.settle(["terms": .paymentTerms(PaymentTerms(lag: 0)), "fee": fee])
    #expect(try bench.settle(["fee": fee]).cost == atOnce.cost)
  }

  @Test func a_lag_moves_present_values_and_no_amount() throws {
    let settled = try Bench(months: 3, discounting: Discounting(rate: 0.1)).settle([
      "terms": .paymentTerms(PaymentTerms(lag: 2)), "fee": .fixedFee(FixedFee(amount: 10)),
    ])
    #expect(settled.amounts(of: "fee") == [10, 10, 10])
    #expect(settled.nominal == 30)
    #expect(abs(settled.cost - (3...5).reduce(0) { $0 + 10 * pow(1.1, -Double($1) / 12) }) < 1e-12)
  }

  @Test func only_what_the_provider_is_owed_waits_for_the_lag() throws {
    var leaving = Leaving(in: 1, months: 2)
    leaving.bench.discounting = Discounting(rate: 0.1)
    leaving.clauses["terms"] = .paymentTerms(PaymentTerms(lag: 6))
    leaving.clauses["exit"] = .terminationFee(TerminationFee(multiple: 1, base: .stated(1_000)))
    leaving.clauses["loss"] = .poorServiceLoss(
      PoorServiceLoss(metric: "answered", need: 0.8, lossPerPoint: 1))
    leaving.clauses["takeover"] = .replacement(
      Replacement(multiple: 1, base: .stated(100), procurement: 7))
    let settled = try leaving.settle()
    let late = pow(1.1, -7.0 / 12)
    let atOnce = pow(1.1, -1.0 / 12)
    for name in ["fee", "exit", "credit"] {
      #expect(settled.entries(of: name, in: 1).map(\.discount) == [late])
    }
    for (name, month) in [("loss", 1), ("takeover", 1)] {
      #expect(settled.entries(of: name, in: month).map(\.discount) == [atOnce])
    }
  }

  @Test func a_discount_rate_of_zero_makes_every_lag_free() throws {
    let settled = try Bench(months: 2).settle([
      "terms": .paymentTerms(PaymentTerms(lag: 12)), "fee": .fixedFee(FixedFee(amount: 10)),
    ])
    #expect(settled.cost == 20)
  }
}
