import Contracts
import Settlement
import TestKit
import Testing

@Suite struct CreditCapTests {
  @Test func the_page_says_what_a_cap_takes() throws {
    for row in try ClausePage("CreditCap").rows {
      let settled = try Self.bench(month: [0.1]).settle([
        "fee": .fixedFee(FixedFee(amount: try row.number("charge"))),
        "answer": Self.level,
        "credit": Self.credit(try row.number("credits")),
        "cap": .creditCap(CreditCap(share: try row.number("cap"))),
      ])
      row.expect(settled.amount(of: "cap"), in: "lost")
      row.expect(settled.credits, in: "credited")
    }
  }

  private static let level = Clause.serviceLevel(
    ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))

  private static func credit(_ share: Double) -> Clause {
    .fixedCredit(FixedCredit(level: "answer", share: share))
  }

  private static func bench(month attainments: [Double]) -> Bench {
    Bench(months: attainments.count, attainments: ["answered": attainments])
  }

  @Test func a_cap_may_be_an_amount() throws {
    let settled = try Bench(
      months: 3, volumes: ["calls": [100, 200, 201]], attainments: ["answered": [0]]
    ).settle([
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 1)), "answer": Self.level,
      "credit": Self.credit(0.5), "cap": .creditCap(CreditCap(amount: 100)),
    ])
    #expect(settled.amounts(of: "cap") == [0, 0, 0.5])
  }

  @Test func credits_exactly_at_the_cap_lose_nothing() throws {
    let settled = try Self.bench(month: [0]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level, "credit": Self.credit(0.25),
      "cap": .creditCap(CreditCap(share: 0.25)),
    ])
    #expect(settled.amount(of: "cap") == 0)
    #expect(settled.credits == -25)
  }

  @Test func a_cap_takes_from_the_sum_of_both_kinds_of_credit_after_multipliers() throws {
    let settled = try Self.bench(month: [0, 0]).settle([
      "cap": .creditCap(CreditCap(share: 0.5)),
      "repeat": .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 2)),
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level, "credit": Self.credit(0.25),
      "risk": .atRiskCredit(
        AtRiskCredit(atRisk: 0.125, allocations: [.init(level: "answer", pool: 1, share: 1)])),
    ])
    #expect(settled.amounts(of: "cap") == [0, 25])
    #expect(settled.amounts(of: "cap: lost to the cap") == [0, 25])
    #expect(settled.nominalCredits == -87.5)
  }

  @Test func a_cap_is_of_each_month_alone() throws {
    let settled = try Self.bench(month: [0, 1, 0]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level, "credit": Self.credit(0.5),
      "cap": .creditCap(CreditCap(share: 0.25)),
    ])
    #expect(settled.amounts(of: "cap") == [25, 0, 25])
  }

  @Test func without_defaults_and_without_a_charge_nothing_is_lost() throws {
    for attainment in [0.0, 1] {
      let settled = try Self.bench(month: [attainment]).settle([
        "fee": .fixedFee(FixedFee(amount: 0)), "answer": Self.level, "credit": Self.credit(0.5),
        "cap": .creditCap(CreditCap(share: 0)),
      ])
      #expect(settled.amount(of: "cap").bitPattern == 0.0.bitPattern)
    }
  }

  @Test func the_tighter_of_two_caps_binds_whichever_is_declared_first() throws {
    for shares in [[0.25, 0.125], [0.125, 0.25]] {
      let settled = try Self.bench(month: [0]).settle([
        "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level, "credit": Self.credit(0.5),
        "one": .creditCap(CreditCap(share: shares[0])),
        "two": .creditCap(CreditCap(share: shares[1])),
      ])
      #expect(settled.credits == -12.5)
    }
  }

  @Test func a_month_in_which_the_provider_owes_the_buyer_has_nothing_to_credit() throws {
    let bench = Bench(
      months: 1, volumes: ["calls": [0]], baseline: ["calls": [100]],
      attainments: ["answered": [0]])
    let settled = try bench.settle([
      "band": .volumeBand(VolumeBand(serviceLine: "calls", deadband: 0, arc: 1, rrc: 1)),
      "answer": Self.level, "credit": Self.credit(0.25),
      "at_risk": .atRiskCredit(
        AtRiskCredit(atRisk: 0.1, allocations: [.init(level: "answer", pool: 1, share: 1)])),
      "cap": .creditCap(CreditCap(share: 0.1)),
    ])
    #expect(settled.amount(of: "band") == -100)
    #expect(settled.credits == 0)
    #expect(settled.amount(of: "cap") == 0)
  }
}
