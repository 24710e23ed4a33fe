import Contracts
import Futures
import Quantities
import Rows
import Settlement
import TestKit
import Testing

@Suite struct LevellingAdjustmentTests {
  @Test func the_page_says_what_an_adjustment_comes_to() async throws {
    let rows = try ClausePage("LevellingAdjustment").rows
    #expect(rows.count == 4)
    for row in rows {
      let amount = try row.number("amount")
      let spread = LevellingAdjustment.Spread(
        low: try row.number("low"), high: try row.number("high"))
      let months = Int(try row.number("months"))
      let clause = Clause.levellingAdjustment(
        LevellingAdjustment(
          .error, of: "all", .amount(amount, spread), span: MonthSpan(from: 5, to: months + 4)))
      let settled = try Bench(months: 18).settle(["a": clause])
      #expect(settled.amounts(of: "a").filter { $0 != 0 }.count == months)
      row.expect(settled.amount(of: "a", in: 5), in: "a month")
      row.expect((spread.low + spread.high + amount) / 3, in: "mean")
      let below = (amount - spread.low) / (spread.high - spread.low)
      row.expect(below, in: "share below the amount")
      await forEverySeed(3) { seed in
        let drawn = try Self.drawn(clause, seed: seed).amounts
        #expect(drawn.allSatisfy { spread.low <= $0 && $0 <= spread.high })
        let mean = drawn.reduce(0, +) / Double(drawn.count)
        let deviation = Self.deviation(amount, spread)
        let expected = (spread.low + spread.high + amount) / 3
        #expect(abs(mean - expected) <= 5 * deviation / Double(drawn.count).squareRoot())
      }
    }
  }

  // The distribution function, from which the inverse was made.
  @Test(arguments: [(120, 60, 300), (60, 60, 300), (300, 60, 300), (-8, -9, -5)])
  func an_amount_is_the_quantile_of_its_uniform(_ mode: Double, _ low: Double, _ high: Double)
    throws
  {
    let spread = LevellingAdjustment.Spread(low: low, high: high)
    let drawn = try Self.drawn(
      .levellingAdjustment(LevellingAdjustment(.error, of: "all", .amount(mode, spread))), seed: 7)
    for (amount, uniform) in zip(drawn.amounts, drawn.uniforms) {
      let below =
        amount < mode
        ? (amount - low) * (amount - low) / ((high - low) * (mode - low))
        : 1 - (high - amount) * (high - amount) / ((high - low) * (high - mode))
      let probability = amount == high ? 1 : below
      #expect(abs(probability - uniform) < 1e-6)
    }
  }

  @Test func it_is_the_buyers_own_and_no_charge() throws {
    let resolved = try Bench().resolved([
      .init("sure", .levellingAdjustment(.init(.exclusion, of: "all", .amount(9, nil)))),
      .init(
        "drawn",
        .levellingAdjustment(
          .init(.exclusion, of: "all", .amount(9, .init(low: 8, high: 12))))),
    ])
    #expect(resolved.lines.map(\.kind) == [.own, .own])
    #expect(resolved.uniforms == ["levelling/bid/drawn"])
    #expect(resolved.meanBaselineCharge == 0)
  }

  @Test func months_beyond_the_horizon_take_no_share() throws {
    let settled = try Bench(months: 6).settle([
      "late": .levellingAdjustment(
        .init(.exclusion, of: "all", .amount(900, nil), span: MonthSpan(from: 4, to: 20))),
      "never": .levellingAdjustment(
        .init(.exclusion, of: "all", .amount(900, nil), span: MonthSpan(from: 7))),
    ])
    #expect(settled.amounts(of: "late") == [0, 0, 0, 300, 300, 300])
    #expect(settled.amounts(of: "never") == [0, 0, 0, 0, 0, 0])
  }

  @Test func another_bids_price_follows_the_volume_and_its_indexation() throws {
    var bench = Bench(months: 4)
    bench.volumes = ["calls": [100, 50, 80, 10]]
    let settled = try bench.settle([
      "rise": .escalator(Escalator(rate: 0.5, firstMonth: 3, interval: 99)),
      "plug": .levellingAdjustment(
        .init(
          .plug, of: "calls",
          .rates(
            .init(of: "calls", byMonth: [2, nil, 2, nil], indexation: "rise", from: "other")))),
    ])
    #expect(settled.amounts(of: "plug") == [200, 0, 240, 0])
  }

  @Test func it_covers_the_months_of_its_service_line() {
    let stated = LevellingAdjustment(
      .exclusion, of: "calls", .amount(1, nil), span: MonthSpan(from: 3, to: 4))
    #expect((1...5).filter { stated.covers("calls", in: $0) } == [3, 4])
    #expect(!stated.covers("chats", in: 3))
    let error = LevellingAdjustment(.error, of: "calls", .amount(1, nil))
    #expect(!error.covers("calls", in: 1))
    let plug = LevellingAdjustment(
      .plug, of: "calls", .rates(.init(of: "calls", byMonth: [nil, 0], from: "other")))
    #expect((1...5).filter { plug.covers("calls", in: $0) } == [2])
  }

  // The variance of the triangular distribution.
  private static func deviation(
    _ mode: Double, _ spread: LevellingAdjustment.Spread
  ) -> Double {
    let (a, b, c) = (spread.low, spread.high, mode)
    return ((a * a + b * b + c * c - a * b - a * c - b * c) / 18).squareRoot()
  }

  /// The undiscounted amounts of the futures of one block, and the uniforms behind them.
  private static func drawn(
    _ clause: Clause, seed: UInt64
  ) throws -> (amounts: [Double], uniforms: [Double]) {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let contract = try Contract(id: "bid", clauses: [.init("a", clause)])
      .resolved(in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
    let draws = Draws(seed: seed)
    let totals = Sampled.totals(of: contract, at: draws)
    let arena = Arena()
    let path = ProviderPath(
      sampling: Performance(metrics: []), of: "bid", in: World(for: Sampled.assumptions, in: arena),
      assumptions: Sampled.assumptions, uniforms: contract.uniforms, arena: arena)
    path.begin(at: draws)
    let lanes = 0..<Lanes.count
    return (lanes.map { totals.nominalCost[$0] }, lanes.map { path.uniform(0)[$0] })
  }
}
