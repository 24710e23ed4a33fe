import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct IncludedVolumeTests {
  private static func price(
    included: Double = 20, span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) -> Clause {
    .includedVolume(
      IncludedVolume(
        serviceLine: "calls", amount: 37_000, included: included, price: 147.14, span: span,
        indexation: indexation))
  }

  @Test func the_page_says_what_lies_beyond_the_included_volume() throws {
    for row in try ClausePage("IncludedVolume").rows {
      let settled = try Bench(volumes: ["calls": [try row.number("volume")]])
        .settle(["line": Self.price()])
      row.expect(settled.amount(of: "line"), in: "charge")
      row.expect(settled.figure("overage", of: "line"), in: "overage")
    }
  }

  @Test func without_included_volume_every_unit_is_charged() throws {
    let settled = try Bench(volumes: ["calls": [2]]).settle(["line": Self.price(included: 0)])
    #expect(settled.amount(of: "line") == 37_294.28)
  }

  @Test func fee_and_price_follow_the_indexation_within_their_span() throws {
    let settled = try Bench(
      months: 4, volumes: ["calls": [21]], indices: ["cpi": [1, 1, 1.5]]
    ).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 3, interval: 1)),
      "line": Self.price(span: MonthSpan(from: 2, to: 3), indexation: "cola"),
    ])
    #expect(settled.amounts(of: "line") == [0, 37_147.14, 55_720.71, 0])
  }
}
