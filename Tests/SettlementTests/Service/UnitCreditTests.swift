import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct UnitCreditTests {
  private static func level(_ trigger: ServiceLevel.Trigger = .init()) -> Clause {
    .serviceLevel(
      ServiceLevel(metric: "answered", target: 0.9, comparison: .atLeast, trigger: trigger))
  }

  @Test func the_page_says_what_shipments_late_cost() throws {
    let rows = try ClausePage("UnitCredit").rows
    let settled = try Bench(
      months: rows.count,
      volumes: [
        "shipments": try rows.map { try $0.number("shipments") },
        "yield": try rows.map { try $0.number("yield") },
      ], attainments: ["answered": try rows.map { try $0.number("attainment") }]
    ).settle([
      "time": Self.level(.init(misses: 4, window: 12)),
      "credit": .unitCredit(
        UnitCredit(
          level: "time", amount: 0.05, pointsFrom: 0.9, volumes: ["shipments", "yield"])),
    ])
    for row in rows {
      let month = Int(try row.number("month"))
      row.expect(settled.amount(of: "credit", in: month), in: "credit")
    }
  }

  @Test func an_amount_for_each_default_does_not_ask_how_far_it_fell_short() throws {
    let settled = try Bench(months: 4, attainments: ["answered": [0.9, 0.89, 0.1, .nan]]).settle([
      "answer": Self.level(),
      "credit": .unitCredit(UnitCredit(level: "answer", amount: 250)),
      "volume": .unitCredit(UnitCredit(level: "answer", amount: 2, volumes: ["calls"])),
    ])
    #expect(settled.amounts(of: "credit") == [0, -250, -250, 0])
    #expect(settled.amounts(of: "volume") == [0, -200, -200, 0])
  }

  @Test func a_repeat_multiplies_and_no_volume_credits_nothing() throws {
    let settled = try Bench(
      months: 3, volumes: ["calls": [10, 10, 0]], attainments: ["answered": [0.8]]
    ).settle([
      "answer": Self.level(),
      "repeat": .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 2)),
      "credit": .unitCredit(UnitCredit(level: "answer", amount: 7, volumes: ["calls"])),
    ])
    #expect(settled.amounts(of: "credit") == [-70, -140, 0])
  }

  @Test func a_default_without_a_report_has_no_points() throws {
    let settled = try Bench(attainments: ["answered": [.nan]]).settle([
      "answer": .serviceLevel(
        ServiceLevel(
          metric: "answered", target: 0.9, comparison: .atLeast, missesUnreported: true)),
      "credit": .unitCredit(UnitCredit(level: "answer", amount: 7, pointsFrom: 0.9)),
    ])
    #expect(settled.amount(of: "credit") == 0)
  }
}
