import Contracts
import Settlement
import TestKit
import Testing

@Suite struct FixedCreditTests {
  @Test func the_page_says_what_each_level_is_credited() throws {
    let rows = try ClausePage("FixedCredit").rows
    let charge = try #require(rows.first).number("charge")
    var clauses = [Contract.Named("fee", .fixedFee(FixedFee(amount: charge)))]
    for row in rows {
      let level = try row.text("level")
      clauses.append(.init(level, Self.level))
      clauses.append(
        .init("for \(level)", Self.credit(level, share: try row.number("share"))))
    }
    let settled = try Bench(attainments: ["answered": [0.5]]).settle(clauses)
    for row in rows {
      row.expect(settled.amount(of: "for \(try row.text("level"))"), in: "credit")
    }
    #expect(settled.credits == -120_000)
  }

  private static let level = Clause.serviceLevel(
    ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))

  private static func credit(_ level: String, share: Double) -> Clause {
    .fixedCredit(FixedCredit(level: level, share: share))
  }

  @Test func only_defaults_are_credited() throws {
    let settled = try Bench(months: 3, attainments: ["answered": [0.8, 0.79, .nan]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level,
      "credit": Self.credit("answer", share: 0.25),
    ])
    #expect(settled.amounts(of: "credit") == [0, -25, 0])
  }

  @Test func two_credits_of_one_level_add_up() throws {
    let settled = try Bench(attainments: ["answered": [0.1]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "answer": Self.level,
      "one": Self.credit("answer", share: 0.25), "two": Self.credit("answer", share: 0.5),
    ])
    #expect(settled.credits == -75)
  }

  @Test func zero_volume_is_credited_nothing() throws {
    let settled = try Bench(volumes: ["calls": [0]], attainments: ["answered": [0]]).settle([
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 5)), "answer": Self.level,
      "credit": Self.credit("answer", share: 0.25),
    ])
    #expect(settled.amount(of: "credit") == 0)
  }

  @Test func the_notice_is_still_credited_and_the_time_after_it_is_not() throws {
    var leaving = Leaving(in: 1, notice: 1, months: 3)
    leaving.bench.attainments = ["answered": [0.1]]
    #expect(try leaving.settle().amounts(of: "credit") == [-10, -10, 0])
  }
}
