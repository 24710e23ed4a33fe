import Contracts
import Settlement
import TestKit
import Testing

@Suite struct AtRiskCreditTests {
  @Test func the_page_says_what_each_level_is_credited() throws {
    let rows = try ClausePage("AtRiskCredit").rows
    let row = try #require(rows.first)
    let settled = try Bench(attainments: ["answered": [0.5]]).settle(
      [
        .init("fee", .fixedFee(FixedFee(amount: try row.number("charge")))),
        .init(
          "at_risk",
          .atRiskCredit(
            AtRiskCredit(
              atRisk: try row.number("at risk"),
              allocations: try rows.map { row in
                .init(
                  level: try row.text("level"), pool: try row.number("pool"),
                  share: try row.number("allocation"))
              }))),
      ] + (try rows.map { row in .init(try row.text("level"), Self.level()) }))
    for row in rows {
      row.expect(settled.amount(of: "at_risk: \(try row.text("level"))"), in: "credit")
    }
    #expect(abs(settled.credits + 13_000) < 1e-9)
  }

  private static func level(_ target: Double = 0.8) -> Clause {
    .serviceLevel(ServiceLevel(metric: "answered", target: target, comparison: .atLeast))
  }

  private static func atRisk(_ levels: String...) -> Clause {
    .atRiskCredit(
      AtRiskCredit(
        atRisk: 0.5, allocations: levels.map { .init(level: $0, pool: 2, share: 0.25) }))
  }

  @Test func only_defaults_are_credited() throws {
    let settled = try Bench(months: 2, attainments: ["answered": [0.8, 0.7]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level(),
      "risk": Self.atRisk("answer"),
    ])
    #expect(settled.amounts(of: "risk") == [0, -25])
  }

  @Test func a_level_without_an_allocation_is_credited_nothing() throws {
    let settled = try Bench(attainments: ["answered": [0.1]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level(), "other": Self.level(),
      "risk": Self.atRisk("other"),
    ])
    #expect(settled.amount(of: "risk: other") == -25)
    #expect(settled.credits == -25)
  }

  @Test func a_month_without_a_charge_has_nothing_at_risk() throws {
    let settled = try Bench(volumes: ["calls": [0]], attainments: ["answered": [0.1]]).settle([
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 9)), "answer": Self.level(),
      "risk": Self.atRisk("answer"),
    ])
    #expect(settled.amount(of: "risk") == 0)
  }

  @Test func the_charge_is_the_gross_charge_of_all_lines_of_the_month() throws {
    let settled = try Bench(
      months: 2, volumes: ["calls": [10]], attainments: ["answered": [0.1]],
      indices: ["cpi": [1, 2]]
    ).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 2)),
      "fee": .fixedFee(FixedFee(amount: 100, indexation: "cola")),
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 10)), "answer": Self.level(),
      "risk": Self.atRisk("answer"),
    ])
    #expect(settled.amounts(of: "risk") == [-50, -75])
  }

  @Test func the_charge_of_named_prices_alone_is_at_risk() throws {
    let settled = try Bench(attainments: ["answered": [0.1]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "other": .fixedFee(FixedFee(amount: 1_000)),
      "answer": Self.level(),
      "risk": .atRiskCredit(
        AtRiskCredit(
          atRisk: 0.5, of: ["fee"], allocations: [.init(level: "answer", pool: 2, share: 0.25)])),
    ])
    #expect(settled.amount(of: "risk") == -25)
  }

  @Test func after_the_exit_nothing_is_credited() throws {
    var leaving = Leaving(in: 1, months: 2)
    leaving.bench.attainments = ["answered": [0.1]]
    leaving.clauses["risk"] = Self.atRisk("answer")
    #expect(try leaving.settle().amounts(of: "risk") == [-25, 0])
  }
}
