import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct CurrencyShareTests {
  @Test func the_page_says_what_the_move_of_a_rate_costs() throws {
    for row in try ClausePage("CurrencyShare").rows {
      let share = CurrencyShare(
        index: "rate", baseline: 1.377, share: try row.number("share"),
        deadZone: row.says("dead zone") ? try row.number("dead zone") : 0,
        reading: try #require(CurrencyShare.Reading(rawValue: try row.text("reading"))),
        bound: row.says("bound") ? try row.number("bound") : nil)
      let settled = try Bench(indices: ["rate": [try row.number("rate")]]).settle([
        "fee": .fixedFee(FixedFee(amount: 1_000_000)), "currency": .currencyShare(share),
      ])
      row.expect(settled.amount(of: "currency"), in: "adjustment")
    }
  }

  private static func half(
    deadZone: Double = 0, reading: CurrencyShare.Reading = .excess, of prices: [String]? = nil,
    span: MonthSpan = MonthSpan()
  ) -> Clause {
    .currencyShare(
      CurrencyShare(
        index: "rate", baseline: 1, share: 0.5, deadZone: deadZone, reading: reading, of: prices,
        span: span))
  }

  @Test(arguments: CurrencyShare.Reading.allCases)
  func a_move_exactly_at_the_dead_zone_is_within_it(_ reading: CurrencyShare.Reading) throws {
    let settled = try Bench(months: 2, indices: ["rate": [0.8, 2]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)),
      "rise": Self.half(deadZone: 0.25, reading: reading),
      "fall": Self.half(deadZone: 0.5, reading: reading),
    ])
    #expect(settled.amount(of: "rise", in: 1) == 0)
    #expect(settled.amount(of: "fall", in: 2) == 0)
  }

  @Test func only_the_named_prices_are_adjusted_in_the_span() throws {
    let settled = try Bench(months: 3, indices: ["rate": [0.5]]).settle([
      "onshore": .fixedFee(FixedFee(amount: 70)), "offshore": .fixedFee(FixedFee(amount: 30)),
      "share": Self.half(of: ["offshore"], span: MonthSpan(from: 2, to: 2)),
    ])
    #expect(settled.amounts(of: "share") == [0, 15, 0])
  }

  @Test func two_shares_do_not_adjust_each_other_where_prices_are_named() throws {
    let settled = try Bench(indices: ["rate": [0.5]]).settle([
      "a": .fixedFee(FixedFee(amount: 70)), "b": .fixedFee(FixedFee(amount: 30)),
      "one": Self.half(of: ["a", "b"]), "other": Self.half(of: ["a", "b"]),
    ])
    #expect(settled.amount(of: "one") == 50)
    #expect(settled.amount(of: "other") == 50)
  }

  @Test func bands_come_after_the_adjustment_and_are_not_in_it() throws {
    let settled = try Bench(
      volumes: ["calls": [110]], baseline: ["calls": [100]], indices: ["rate": [0.5]]
    ).settle([
      "band": .volumeBand(VolumeBand(serviceLine: "calls", deadband: 0, arc: 1, rrc: 1)),
      "fee": .fixedFee(FixedFee(amount: 100)), "share": Self.half(),
    ])
    #expect(settled.amount(of: "share") == 50)
    #expect(settled.cost == 160)
  }

  @Test func the_baseline_charge_is_that_of_the_start_level() throws {
    let clauses: [Contract.Named] = [
      .init("fee", .fixedFee(FixedFee(amount: 100))), .init("share", Self.half()),
    ]
    let bench = Bench(indices: ["rate": [2]], startLevels: ["rate": 0.5])
    #expect(try bench.resolved(clauses).meanBaselineCharge == 150)
  }
}
