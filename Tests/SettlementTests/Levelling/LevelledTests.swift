import Contracts
import Futures
import Quantities
import Settlement
import Testing

/// Bids of two service lines over three months, calls at 100, 200 and 400 and chats at 10 a month.
@Suite struct LevelledTests {
  @Test func a_plug_is_the_highest_price_of_the_other_bids() throws {
    let levelled = try level([
      "a": [.init("calls", price("calls", 2))],
      "b": [.init("calls", price("calls", 3)), .init("chats", price("chats", 5))],
      "c": [.init("calls", price("calls", 1)), .init("chats", price("chats", 4))],
    ])
    #expect(plugs(of: levelled[0]) == ["plug chats as b chats": [5, 5, 5]])
    #expect(plugs(of: levelled[1]) == [:])
    #expect(
      levelled[1]
        == bids([
          "b": [.init("calls", price("calls", 3)), .init("chats", price("chats", 5))]
        ])[0])
  }

  @Test func the_highest_price_is_that_of_the_month_in_the_base_case() throws {
    let rise = Clause.escalator(Escalator(rate: 0.5, firstMonth: 3, interval: 99))
    let levelled = try level([
      "a": [.init("calls", price("calls", 2))],
      "b": [
        .init("rise", rise), .init("calls", price("calls", 3)),
        .init("chats", price("chats", 4, indexation: "rise")),
      ],
      "c": [.init("calls", price("calls", 1)), .init("chats", price("chats", 5))],
    ])
    #expect(
      plugs(of: levelled[0]) == [
        "plug chats as b chats": [nil, nil, 4], "plug chats as c chats": [5, 5, nil],
      ])
    #expect(levelled[0].contract.clauses.contains(.init("rise of b", rise)))
    #expect(indexations(of: levelled[0]) == ["plug chats as b chats": "rise of b"])
  }

  @Test func a_price_in_another_currency_brings_its_rate() throws {
    let (dollar, rise) = (ExchangeRate(index: "usd", on: "rise"), Escalator(rate: 0.5))
    var bench = Bench(months: 3)
    bench.volumes = ["calls": [100, 200, 400], "chats": [10]]
    bench.indices = ["usd": [2]]
    let event = try bench.event()
    let law = IndexDriver.Law.meanReverting(
      drift: 0, persistence: Parameter(0), spread: Parameter(0))
    let levelled = try bids([
      "a": [.init("calls", price("calls", 2))],
      "b": [
        .init("rise", .escalator(rise)), .init("dollar", .exchangeRate(dollar)),
        .init("chats", price("chats", 4, indexation: "dollar")),
      ],
    ]).levelled(
      in: event,
      assumptions: Assumptions(
        horizon: 3, demand: [], indices: [IndexDriver(id: "usd", law: law)]))
    #expect(plugs(of: levelled[0]) == ["plug chats as b chats": [4, 4, 4]])
    #expect(indexations(of: levelled[0]) == ["plug chats as b chats": "dollar of b"])
    #expect(
      levelled[0].contract.clauses.contains(
        .init("dollar of b", .exchangeRate(ExchangeRate(index: "usd", on: "rise of b")))))
    _ = try levelled[0].contract.resolved(in: event, metrics: [])
  }

  @Test func a_factor_brings_the_factors_that_it_is_multiplied_by() throws {
    let levelled = try level([
      "a": [.init("rise", .escalator(Escalator(rate: 0.1)))],
      "b": [
        .init("rise", .escalator(Escalator(rate: 0.5))),
        .init("more", .escalator(Escalator(rate: 0.1, on: "rise"))),
        .init("calls", price("calls", 3, indexation: "more")),
        .init("chats", price("chats", 4, indexation: "rise")),
      ],
    ])
    let added = levelled[0].contract.clauses.filter { $0.name.hasSuffix(" of b") }
    #expect(
      added == [
        .init("rise of b", .escalator(Escalator(rate: 0.5))),
        .init("more of b", .escalator(Escalator(rate: 0.1, on: "rise of b"))),
      ])
    _ = try levelled[0].contract.resolved(in: event(), metrics: [])
  }

  // 100 calls in tiers of 60 at 2 and the rest at 1: 160, and 200 calls come to 260.
  @Test func what_a_unit_costs_in_tiers_is_the_charge_over_the_volume() throws {
    let tiers = Clause.tieredPrice(
      TieredPrice(
        serviceLine: "calls",
        tiers: [.init(from: 0, to: 60, price: 2), .init(from: 60, price: 1)]))
    let levelled = try level([
      "a": [.init("chats", price("chats", 1))],
      "b": [.init("calls", tiers), .init("extra", price("calls", 0.5))],
    ])
    let plugs = plugs(of: levelled[0])
    #expect(plugs["plug calls as b calls"] == [1.6, 1.3, 1.15])
    #expect(plugs["plug calls as b extra"] == [0.5, 0.5, 0.5])
  }

  @Test func a_price_of_0_is_a_price_and_a_band_that_charges_nothing_is_none() throws {
    let band = Clause.volumeBand(VolumeBand(serviceLine: "chats", deadband: 0.1, arc: 1, rrc: 1))
    let levelled = try level([
      "a": [.init("calls", price("calls", 2))],
      "b": [
        .init("calls", price("calls", 0)), .init("chats", price("chats", 0)), .init("chats", band),
      ],
      "c": [.init("chats", price("chats", 0))],
    ])
    #expect(plugs(of: levelled[0]) == ["plug chats as b chats": [0, 0, 0]])
    #expect(plugs(of: levelled[2]) == ["plug calls as a calls": [2, 2, 2]])
    let chats = try event().serviceLines[1]
    #expect(levelled[0].contract.openMonths(of: chats) == [])
  }

  @Test func a_fixed_fee_prices_every_line_and_is_no_price_of_a_unit() throws {
    let fee = Clause.fixedFee(FixedFee(amount: 90, span: MonthSpan(to: 2)))
    let levelled = try level([
      "a": [.init("fee", fee)], "b": [.init("calls", price("calls", 3))],
    ])
    #expect(plugs(of: levelled[0]) == ["plug calls as b calls": [nil, nil, 3]])
    // Nobody prices chats: they stay open where there is no fee.
    let chats = try event().serviceLines[1]
    #expect(levelled[0].contract.openMonths(of: chats) == [3])
    #expect(levelled[1].contract.openMonths(of: chats) == [1, 2, 3])
  }

  @Test func an_adjustment_covers_its_months_and_an_error_does_not() throws {
    var bids = bids([
      "a": [.init("calls", price("calls", 2))], "b": [.init("chats", price("chats", 5))],
    ])
    bids[0].adjustments = [
      stated("chats", .exclusion, 70, MonthSpan(from: 2, to: 2)), stated("chats", .error, -1),
    ]
    let levelled = try bids.levelled(in: event(), assumptions: assumptions)
    #expect(plugs(of: levelled[0]) == ["plug chats as b chats": [5, nil, 5]])
    #expect(
      levelled[0].contract.clauses.contains(
        .init(
          "exclusion chats",
          .levellingAdjustment(
            LevellingAdjustment(
              .exclusion, of: "chats", .amount(70, nil), span: MonthSpan(from: 2, to: 2))))))
  }

  @Test func an_unpriced_line_without_an_amount_takes_the_rule_beside_a_fee() throws {
    var bids = bids([
      "a": [.init("fee", .fixedFee(FixedFee(amount: 9)))],
      "b": [.init("chats", price("chats", 5))],
    ])
    bids[0].adjustments = [stated("chats", .unpriced, nil, MonthSpan(from: 2))]
    let levelled = try bids.levelled(in: event(), assumptions: assumptions)
    let clauses = levelled[0].contract.clauses.map(\.name)
    #expect(clauses == ["fee", "unpriced chats as b chats"])
    let resolved = try levelled[0].contract.resolved(in: event(), metrics: [])
    let ledger = Ledger()
    resolved.settleBaseline(indices: [], into: ledger)
    #expect(ledger.entries.filter { $0.line == 1 }.map(\.amount) == [50, 50])
  }

  @Test func plugs_can_be_turned_off() throws {
    var event = try event()
    event.levelling.plug = .none
    let submitted = bids([
      "a": [.init("calls", price("calls", 2))], "b": [.init("chats", price("chats", 5))],
    ])
    #expect(try submitted.levelled(in: event, assumptions: assumptions) == submitted)
  }

  @Test func adjustments_of_one_name_are_told_apart() throws {
    var bids = bids(["a": [.init("fee", .fixedFee(FixedFee(amount: 9)))]])
    bids[0].adjustments = [stated("all", .exclusion, 1), stated("all", .exclusion, 2)]
    let levelled = try bids.levelled(in: event(), assumptions: assumptions)
    #expect(
      levelled[0].contract.clauses.map(\.name) == ["fee", "exclusion all", "exclusion all (2)"])
  }
}

extension LevelledTests {
  private func price(
    _ line: String, _ price: Double, indexation: String? = nil
  ) -> Clause {
    .unitPrice(UnitPrice(serviceLine: line, price: price, indexation: indexation))
  }

  private func stated(
    _ line: String, _ kind: LevellingAdjustment.Kind, _ amount: Double?,
    _ span: MonthSpan = MonthSpan()
  ) -> StatedAdjustment {
    StatedAdjustment(
      line: line, kind: kind, basis: .nextHighest, amount: amount, span: span, author: "ann")
  }

  private func bids(_ contracts: KeyValuePairs<String, [Contract.Named]>) -> [Bid] {
    contracts.map {
      Bid(id: $0.key, name: $0.key, contract: Contract(id: $0.key, clauses: $0.value))
    }
  }

  private func level(_ contracts: KeyValuePairs<String, [Contract.Named]>) throws -> [Bid] {
    try bids(contracts).levelled(in: event(), assumptions: assumptions)
  }

  private func rates(of bid: Bid) -> [String: LevellingAdjustment.Rates] {
    var rates: [String: LevellingAdjustment.Rates] = [:]
    for named in bid.contract.clauses {
      if case .levellingAdjustment(let clause) = named.clause, clause.kind == .plug,
        case .rates(let own) = clause.estimate
      {
        rates[named.name] = own
      }
    }
    return rates
  }

  private func plugs(of bid: Bid) -> [String: [Double?]] { rates(of: bid).mapValues(\.byMonth) }

  private func indexations(of bid: Bid) -> [String: String] {
    rates(of: bid).compactMapValues(\.indexation)
  }

  private func event() throws -> Event {
    var bench = Bench(months: 3)
    bench.volumes = ["calls": [100, 200, 400], "chats": [10]]
    return try bench.event()
  }

  private var assumptions: Assumptions { Assumptions(horizon: 3, demand: []) }
}
