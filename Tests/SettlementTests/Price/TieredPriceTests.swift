import Contracts
import Quantities
import TestKit
import Testing

@testable import Settlement

@Suite struct TieredPriceTests {
  @Test func the_page_says_what_tiers_charge() throws {
    for row in try ClausePage("TieredPrice").rows {
      let price = TieredPrice(
        serviceLine: "calls", tiers: try Self.tiers(of: row),
        units: try #require(TieredPrice.Units(rawValue: try row.text("units"))),
        boundary: try #require(TieredPrice.Boundary(rawValue: try row.text("boundary"))))
      let settled = try Bench(volumes: ["calls": [try row.number("volume")]])
        .settle(["tiers": .tieredPrice(price)])
      if try row.text("charge") == "not stated" {
        #expect(settled.amount(of: "tiers").isNaN)
      } else {
        row.expect(settled.amount(of: "tiers"), in: "charge")
      }
    }
  }

  private static func tiers(of row: ExampleRow) throws -> [TieredPrice.Tier] {
    var tiers: [TieredPrice.Tier] = []
    var from = 0.0
    for number in 1...3 where row.says("price \(number)") {
      let to = number < 3 && row.says("to \(number)") ? try row.number("to \(number)") : .infinity
      let isStated = try row.text("price \(number)") != "not stated"
      let price = isStated ? try row.number("price \(number)") : nil
      tiers.append(.init(from: from, to: to, price: price))
      from = to
    }
    return tiers
  }

  private static func prices(
    _ tiers: [TieredPrice.Tier], span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) -> TieredPrice {
    TieredPrice(serviceLine: "calls", tiers: tiers, span: span, indexation: indexation)
  }

  private static let three: [TieredPrice.Tier] = [
    .init(from: 0, to: 100, price: 4), .init(from: 100, to: 250, price: 3),
    .init(from: 250, price: 1),
  ]

  @Test(arguments: [
    (0.0, 0.0), (1, 4), (99, 396), (100, 400), (101, 403), (250, 850), (251, 851), (1_000, 1_600),
  ])
  func a_unit_is_charged_at_the_price_of_its_band(_ volume: Double, _ charge: Double) throws {
    let settled = try Bench(volumes: ["calls": [volume]])
      .settle(["tiers": .tieredPrice(Self.prices(Self.three))])
    #expect(settled.amount(of: "tiers") == charge)
  }

  @Test(arguments: [0.0, 1, 99, 100, 101, 249, 250, 251, 1_000])
  func all_units_are_charged_at_the_price_of_the_volumes_band(_ volume: Double) throws {
    for (boundary, edges) in [(TieredPrice.Boundary.below, 1.0), (.above, 0)] {
      let price = TieredPrice(
        serviceLine: "calls", tiers: Self.three, units: .all, boundary: boundary)
      let settled = try Bench(volumes: ["calls": [volume]]).settle(["all": .tieredPrice(price)])
      // Whole volumes: on the boundary the band below takes the unit more or not.
      let rate = volume < 100 + edges ? 4.0 : volume < 250 + edges ? 3 : 1
      #expect(settled.amount(of: "all") == rate * volume)
      #expect(settled.figure("price", of: "all") == rate)
    }
  }

  @Test func a_price_that_is_not_stated_is_refused_where_it_is_asked_for() throws {
    let cliff = TieredPrice(
      serviceLine: "calls",
      tiers: [.init(from: 0, to: 10, price: nil), .init(from: 10, price: 0.07)], units: .all)
    let clauses: [Contract.Named] = [
      .init("cliff", .tieredPrice(cliff)), .init("tiers", .tieredPrice(Self.prices(Self.three))),
    ]
    let resolved = try Bench().resolved(clauses)
    #expect(throws: ResolutionError(option: "bid", clause: "cliff", reason: .notStated)) {
      try resolved.requireStatedPrices()
    }
    try Bench().resolved([clauses[1]]).requireStatedPrices()
  }

  @Test func a_contribution_and_a_share_above_a_hurdle_add_up() throws {
    let share: [TieredPrice.Tier] = [.init(from: 0, to: 40, price: 0), .init(from: 40, price: 0.5)]
    let settled = try Bench(volumes: ["calls": [310]]).settle([
      "contribution": .fixedFee(FixedFee(amount: -18)),
      "commission": .tieredPrice(Self.prices(share)),
    ])
    #expect(settled.cost == 117)
  }

  @Test func one_tier_is_a_unit_price() throws {
    let settled = try Bench(volumes: ["calls": [123.456]]).settle([
      "tier": .tieredPrice(Self.prices([.init(from: 0, price: 0.789)])),
      "unit": .unitPrice(UnitPrice(serviceLine: "calls", price: 0.789)),
    ])
    #expect(settled.amount(of: "tier") == settled.amount(of: "unit"))
  }

  @Test func an_included_volume_is_a_first_tier_without_a_price() throws {
    let tiers: [TieredPrice.Tier] = [.init(from: 0, to: 100, price: 0), .init(from: 100, price: 2)]
    let settled = try Bench(months: 3, volumes: ["calls": [60, 100, 150]])
      .settle(["usage": .tieredPrice(Self.prices(tiers))])
    #expect(settled.amounts(of: "usage") == [0, 0, 100])
  }

  @Test func tiers_hold_in_their_span_and_follow_their_indexation() throws {
    let prices = Self.prices(Self.three, span: MonthSpan(from: 2, to: 3), indexation: "cola")
    let settled = try Bench(
      months: 4, volumes: ["calls": [100]], indices: ["cpi": [1, 1, 1.5, 1.5]]
    ).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 3, interval: 1)),
      "tiers": .tieredPrice(prices),
    ])
    #expect(settled.amounts(of: "tiers") == [0, 400, 600, 0])
  }
}
