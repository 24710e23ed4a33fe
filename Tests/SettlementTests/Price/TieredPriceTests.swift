import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct TieredPriceTests {
  @Test func the_page_says_what_marginal_tiers_charge() throws {
    for row in try ClausePage("TieredPrice").rows {
      let settled = try Bench(volumes: ["calls": [try row.number("volume")]])
        .settle(["tiers": .tieredPrice(Self.prices(try Self.tiers(of: row)))])
      row.expect(settled.amount(of: "tiers"), in: "charge")
    }
  }

  private static func tiers(of row: ExampleRow) throws -> [TieredPrice.Tier] {
    var tiers: [TieredPrice.Tier] = []
    var from = 0.0
    for number in 1...3 where row.says("price \(number)") {
      let to = number < 3 && row.says("to \(number)") ? try row.number("to \(number)") : .infinity
      tiers.append(.init(from: from, to: to, price: try row.number("price \(number)")))
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
