import Contracts
import Futures
import Quantities
import Settlement
import Testing

/// Thirty months, so that the third contract year has six; 100 calls a month.
@Suite struct TieOutTests {
  private static let clauses: [Contract.Named] = [
    .init("pay", .indexation(Indexation(following: .index("wages"), firstMonth: 13, interval: 12))),
    .init("rise", .escalator(Escalator(rate: 0.5, firstMonth: 25, interval: 99))),
    .init("calls", .unitPrice(UnitPrice(serviceLine: "calls", price: 2, indexation: "pay"))),
    .init("fee", .fixedFee(FixedFee(amount: 10, indexation: "rise"))),
    .init("start", .oneOffFee(OneOffFee(amount: 77, month: 14, purpose: .transition))),
    // A band of the same name as the price of its line: outside the baseline it would charge.
    .init(
      "calls",
      .volumeBand(
        VolumeBand(
          serviceLine: "calls", baseline: [90], deadband: 0, arc: 1, rrc: 1))),
    .init("usd", .currencyShare(CurrencyShare(index: "usd", baseline: 2, share: 1))),
    .init("vat", .tax(Tax(rate: 0.2))),
    .init("left_out", .levellingAdjustment(.init(.exclusion, of: "all", .amount(999, nil)))),
    .init("poor", .hiddenCost(HiddenCost(probability: 1, amount: 5))),
  ]

  private func tieOut(_ totals: StatedTotals, tolerance: Double = 0) throws -> TieOut {
    var bench = Bench(months: 30)
    bench.indices = ["usd": [1], "wages": [1]]
    let drivers = [("usd", 0.0), ("wages", 0.1)].map { name, drift in
      IndexDriver(
        id: name,
        law: .meanReverting(drift: drift, persistence: Parameter(0), spread: Parameter(0)))
    }
    return try bench.resolved(Self.clauses).tieOut(
      with: totals, tolerance: tolerance,
      in: Assumptions(horizon: 30, demand: [], indices: drivers))
  }

  private func settled(
    _ basis: StatedTotals.Basis, _ item: String?, _ years: Int...
  ) throws -> [Double] {
    let rows = years.map { StatedTotals.Row(item, year: $0, .init(0)) }
    return try tieOut(StatedTotals(basis: basis, rows: rows)).rows.map(\.settled)
  }

  @Test func totals_at_the_prices_of_the_bid_follow_no_index() throws {
    #expect(try settled(.prices, "calls", 1, 2, 3) == [2_400, 2_400, 1_200])
    #expect(try settled(.prices, "fee", 1, 2, 3) == [120, 120, 60])
    #expect(try settled(.prices, "start", 1, 2, 3) == [0, 77, 0])
    // With ten calls above the band's baseline in each month.
    #expect(try settled(.prices, nil, 1, 2, 3) == [2_640, 2_717, 1_320])
  }

  // Wages rise by a tenth a year; a dollar that costs half as much as agreed doubles the charge, but
  // for the bands, which follow it.
  @Test func indexed_totals_have_every_index_on_its_expected_path() throws {
    let calls = try settled(.indexed, "calls", 1, 2, 3)
    for (amount, expected) in zip(calls, [2_400.0, 2_640, 1_452]) {
      #expect(abs(amount - expected) < 1e-9)
    }
    #expect(try settled(.indexed, "fee", 1, 2, 3) == [120, 120, 90])
    let all = try settled(.indexed, nil, 1, 2, 3)
    for (amount, expected) in zip(all, [5_160.0, 5_717, 3_144]) {
      #expect(abs(amount - expected) < 1e-9)
    }
  }

  @Test func a_total_may_be_off_by_half_a_unit_of_its_last_decimal() throws {
    for (stated, decimals, ties) in [
      (2_400.5, 0, true), (2_400.6, 0, false), (2_400.05, 1, true), (2_400.06, 1, false),
      (2_350, -2, true), (2_349, -2, false),
    ] {
      let row = StatedTotals.Row("calls", year: 1, .init(stated, decimals: decimals))
      #expect(try tieOut(StatedTotals(rows: [row])).differing.isEmpty == ties, "\(stated)")
    }
  }

  @Test func or_by_a_share_of_it() throws {
    for (stated, ties) in [(2_403, false), (2_402, true), (2_398, true), (2_397, false)] {
      let row = StatedTotals.Row("calls", year: 1, .init(Double(stated)))
      let tieOut = try tieOut(StatedTotals(rows: [row]), tolerance: 0.001)
      #expect(tieOut.differing.isEmpty == ties, "\(stated)")
    }
  }

  @Test func the_total_over_the_horizon_comes_first() throws {
    let tieOut = try tieOut(
      StatedTotals(total: .init(6_677), rows: [.init("fee", year: 1, .init(100))]))
    #expect(tieOut.rows.map(\.item) == [nil, "fee"])
    #expect(tieOut.rows.map(\.year) == [nil, 1])
    #expect(tieOut.rows.map(\.difference) == [0, 20])
    #expect(tieOut.differing.map(\.item) == ["fee"])
    #expect(tieOut.bid == "bid")
  }
}
