import Contracts
import Futures
import Loading
import Quantities
import Testing

/// Prices, factors and currency shares that terms state.
@Suite struct PriceTermsTests {
  private static let priceFile = "bids/alpha/1/prices.csv"

  /// The small good event with `terms` in front of its others.
  private static func event(_ terms: String) -> EventFixture {
    EventFixture().replacing("  payment: {lag", with: "  \(terms)\n  payment: {lag")
  }

  private static func clause(_ written: String, at key: String = "prices") throws -> Clause? {
    let dossier = try event("\(key): {it: \(written)}").load()
    return dossier.bids.first?.contract.clauses.first { $0.name == "it" }?.clause
  }

  static let prices: [(String, Clause)] = [
    (
      "{kind: fixed_fee, amount: -1500000, from: 2, to: 3, indexation: pay}",
      .fixedFee(
        FixedFee(amount: -1_500_000, span: MonthSpan(from: 2, to: 3), indexation: "pay"))
    ),
    (
      "{kind: unit_price, service_line: chat, price: 2.5}",
      .unitPrice(UnitPrice(serviceLine: "chat", price: 2.5))
    ),
    (
      "{kind: one_off, amount: 5000, month: 2, purpose: transition}",
      .oneOffFee(OneOffFee(amount: 5_000, month: 2, purpose: .transition))
    ),
    (
      "{kind: tiers, service_line: chat, tiers: [{from: 0, price: 7.5}, {from: 10, price: 7}]}",
      .tieredPrice(
        TieredPrice(
          serviceLine: "chat",
          tiers: [.init(from: 0, to: 10, price: 7.5), .init(from: 10, price: 7)]))
    ),
    (
      "{kind: tiers, service_line: chat, units: all, boundary: above, "
        + "tiers: [{from: 0, price: not_stated}, {from: 10, price: 0.07}]}",
      .tieredPrice(
        TieredPrice(
          serviceLine: "chat",
          tiers: [.init(from: 0, to: 10, price: nil), .init(from: 10, price: 0.07)],
          units: .all, boundary: .above))
    ),
    (
      "{kind: included, service_line: voice, amount: 37000, included: 20, price: 147.14}",
      .includedVolume(
        IncludedVolume(serviceLine: "voice", amount: 37_000, included: 20, price: 147.14))
    ),
    (
      "{kind: staff, fte: 3, rate: 5200, vacancy: 5%}",
      .staffCharge(
        StaffCharge(.stated(Array(repeating: 3, count: 24)), rate: 5_200, vacancy: 0.05))
    ),
    (
      "{kind: staff, service_line: chat, rate: 5200}",
      .staffCharge(StaffCharge(.volume(of: "chat"), rate: 5_200))
    ),
    (
      "{kind: peak, service_line: chat, price: 7.5, peak_ratio: 1.2, ratchet: 3 months}",
      .peakPrice(PeakPrice(serviceLine: "chat", price: 7.5, peakRatio: 1.2, ratchet: 3))
    ),
    (
      "{kind: cost_plus, service_line: chat, markup: 5%, fee: 10, in_charge: false}",
      .costPlus(CostPlus(serviceLine: "chat", markup: 0.05, fee: 10, isInCharge: false))
    ),
    (
      "{kind: target_cost, service_line: chat, target_cost: 100, target_profit: 8, "
        + "share_over: 40%, share_under: 50%, ceiling: 120, settled: quarter}",
      .targetCost(
        TargetCost(
          serviceLine: "chat", targetCost: 100, targetProfit: 8, shareOver: 0.4, shareUnder: 0.5,
          ceiling: 120, settled: .quarter))
    ),
    (
      "{kind: minimum_fee, amount: 5000, of: [fee, calls]}",
      .minimumFee(MinimumFee(amount: 5_000, of: ["fee", "calls"]))
    ),
    ("{kind: minimum_fee, amount: 5000, of: all}", .minimumFee(MinimumFee(amount: 5_000))),
    (
      "{kind: hidden, probability: 40%, amount: 2500, paid: once, from: 5}",
      .hiddenCost(
        HiddenCost(probability: 0.4, amount: 2_500, payment: .once, span: MonthSpan(from: 5)))
    ),
  ]

  @Test(arguments: prices)
  func a_price_is_read_as_it_is_written(_ written: String, _ clause: Clause) throws {
    #expect(try Self.clause(written) == clause)
  }

  static let factors: [(String, Clause)] = [
    (
      "{blend: {wages: 70%}, plus: 1%, lag: 4 months, over: 12}",
      .indexation(
        Indexation(
          following: .blend([.init("wages", weight: 0.7)]), plus: 0.01, lag: 4, over: 12))
    ),
    (
      "{lesser_of: [wages, 5%], basis: as_drafted}",
      .indexation(
        Indexation(following: .lesser([.index("wages"), .rate(0.05)]), basis: .asDrafted))
    ),
    (
      "{rate: -3%, first: 25, every: 6 months, on: pay}",
      .escalator(Escalator(rate: -0.03, firstMonth: 25, interval: 6, on: "pay"))
    ),
  ]

  @Test(arguments: factors)
  func a_factor_is_read_as_it_is_written(_ written: String, _ clause: Clause) throws {
    let fixture = EventFixture().replacing(
      "    pay: {", with: "    it: \(written)\n    pay: {")
    let bid = try #require(try fixture.load().bids.first)
    #expect(bid.contract.clauses.first { $0.name == "it" }?.clause == clause)
  }

  @Test func a_currency_share_is_read_as_it_is_written() throws {
    #expect(
      try Self.clause(
        "{index: wages, baseline: 1.377, share: 60%, dead_zone: 2%, reading: whole, bound: 10%, "
          + "of: [fee], to: 12}", at: "currency")
        == .currencyShare(
          CurrencyShare(
            index: "wages", baseline: 1.377, share: 0.6, deadZone: 0.02, reading: .whole,
            bound: 0.1, of: ["fee"], span: MonthSpan(to: 12))))
  }

  @Test func an_index_may_start_at_an_absolute_level() throws {
    let dossier = try EventFixture().replacing("drift: 2.5%", with: "drift: 2.5%, start_level: 1.3")
      .load()
    #expect(dossier.assumptions.indices[0].startLevel == 1.3)
    #expect(dossier.event.startLevels == [1.3])
    #expect(try EventFixture().load().event.startLevels == [1])
  }

  @Test func a_bid_may_do_without_a_price_sheet_where_terms_state_prices() throws {
    var fixture = Self.event("prices: {it: {kind: fixed_fee, amount: 1}}")
      .replacing(
        "  volume_bands:\n    voice: {deadband: 10%, reading: excess, baseline: event}\n", with: "")
    fixture.files[Self.priceFile] = nil
    let bid = try #require(try fixture.load().bids.first)
    #expect(bid.contract.clauses.prefix(2).map(\.name) == ["pay", "it"])
  }

  static let faults = [
    (
      "{kind: fixedfee, amount: 1}",
      "prices/it/kind: expected one of fixed_fee, unit_price, one_off, tiers, included, staff, "
        + "peak, cost_plus, target_cost, minimum_fee, hidden, found fixedfee; did you mean "
        + "fixed_fee?"
    ),
    (
      "{kind: unit_price, service_line: chta, price: 1}",
      "prices/it/service_line: expected a name declared under service_lines, found chta; did you "
        + "mean chat?"
    ),
    (
      "{kind: unit_price, service_line: chat, prize: 1}",
      "prices/it/prize: unknown key; did you mean price?"
    ),
    (
      "{kind: tiers, service_line: chat, tiers: [{from: 5, price: 1}]}",
      "prices/it/tiers/1/from: no tier covers 0 to 5, found 5"
    ),
    (
      "{kind: tiers, service_line: chat, tiers: [{from: 0, price: 1}, {from: 0, price: 2}]}",
      "prices/it/tiers/2/from: expected more than 0, found 0"
    ),
    (
      "{kind: tiers, service_line: chat, tiers: [{from: 0, price: not_stated}]}",
      "prices/it/tiers/1/price: expected a price, which only tiers with units: all may leave out, "
        + "found not_stated"
    ),
    (
      "{kind: minimum_fee, amount: 1, of: [fees]}",
      "prices/it/of/1: expected a name declared under prices.csv or terms/prices, found fees; did "
        + "you mean fee?"
    ),
    (
      "{kind: fixed_fee, amount: 1, from: 5, to: 4}",
      "prices/it/to: expected a last month that is not before the first, found 4"
    ),
    (
      "{kind: staff, fte: 1, service_line: chat, rate: 1}",
      "prices/it: expected exactly one of fte, service_line, found kind, fte, service_line, rate"
    ),
    (
      "{kind: hidden, probability: 120%, amount: 1}",
      "prices/it/probability: expected 0 to 1, found 120%"
    ),
  ]

  @Test(arguments: faults)
  func faults_of_prices_in_terms_tell_their_place(_ written: String, _ words: String) throws {
    let faults = try Self.event("prices: {it: \(written)}").faults()
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("event.yaml:19:") == true, "\(faults)")
    #expect(faults.first?.hasSuffix(": terms/\(words)") == true, "\(faults)")
  }

  @Test func a_name_stands_in_terms_or_in_the_price_sheet() throws {
    let clash = Self.event("prices: {fee: {kind: fixed_fee, amount: 1}}")
    #expect(
      try clash.faults() == [
        "event.yaml:19:12: terms/prices/fee: expected a name that no price of this kind has in "
          + "prices.csv, found fee"
      ])
    let other = Self.event("prices: {fee: {kind: minimum_fee, amount: 1}}")
    #expect(try other.faults() == [])
  }

  static let factorFaults = [
    FaultCase(
      "index: wages", "lesser_of: [5%]",
      "event.yaml:21:22: terms/indexation/pay/lesser_of: expected at least one index, found a "
        + "list of 1"
    ),
    FaultCase(
      "index: wages", "index: wages, blend: {wages: 1}",
      "event.yaml:21:5: terms/indexation/pay: expected exactly one of index, blend, lesser_of, "
        + "found index, blend, share, cap, floor"
    ),
    FaultCase(
      "index: wages", "blend: {wage: 1}",
      "event.yaml:21:19: terms/indexation/pay/blend/wage: expected a name declared under "
        + "assumptions/indices, found wage; did you mean wages?"
    ),
    FaultCase(
      "index: wages", "index: wages, basis: as_drafted, over: 12",
      "event.yaml:21:50: terms/indexation/pay/over: expected nothing here, where basis is "
        + "as_drafted, found 12"
    ),
    FaultCase(
      "    pay: {", "    it: {rate: 3%, on: it}\n    pay: {",
      "event.yaml:21:24: terms/indexation/it/on: expected a name declared under "
        + "terms/indexation that follows an index, found it"
    ),
  ]

  @Test(arguments: factorFaults)
  func faults_of_factors_tell_their_place(_ fault: FaultCase) throws { try fault.check() }
}
