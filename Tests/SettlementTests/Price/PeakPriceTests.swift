import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct PeakPriceTests {
  private static func price(
    ratio: Double = 1, ratchet: Int = 1, span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) -> Clause {
    .peakPrice(
      PeakPrice(
        serviceLine: "calls", price: 7.5, peakRatio: ratio, ratchet: ratchet, span: span,
        indexation: indexation))
  }

  @Test func the_page_says_what_the_highest_peak_costs() throws {
    let rows = try ClausePage("PeakPrice").rows
    let volumes = try rows.map { row in try row.number("volume") }
    let settled = try Bench(months: rows.count, volumes: ["calls": volumes]).settle([
      "plain": Self.price(ratio: 1.2), "ratchet": Self.price(ratio: 1.2, ratchet: 3),
    ])
    for row in rows {
      let month = Int(try row.number("month"))
      row.expect(settled.figure("peak", of: "plain", in: month), in: "peak")
      row.expect(settled.amount(of: "plain", in: month), in: "charge")
      row.expect(settled.amount(of: "ratchet", in: month), in: "charge with ratchet")
    }
  }

  @Test(arguments: 1...6)
  func a_ratchet_charges_the_highest_of_its_months(_ ratchet: Int) throws {
    let volumes: [Double] = [5, 9, 2, 3, 8, 1, 1, 0, 4, 2, 7, 0]
    let settled = try Bench(months: volumes.count, volumes: ["calls": volumes])
      .settle(["peak": Self.price(ratchet: ratchet)])
    for month in volumes.indices {
      let window = volumes[max(0, month - ratchet + 1)...month]
      #expect(settled.amount(of: "peak", in: month + 1) == 7.5 * (window.max() ?? 0))
    }
  }

  @Test func peaks_before_the_span_do_not_count() throws {
    let settled = try Bench(months: 5, volumes: ["calls": [9, 9, 2, 1, 1]])
      .settle(["peak": Self.price(ratchet: 3, span: MonthSpan(from: 3, to: 4))])
    #expect(settled.amounts(of: "peak") == [0, 0, 15, 15, 0])
  }

  @Test func the_price_follows_the_indexation_and_the_peak_does_not() throws {
    let settled = try Bench(
      months: 3, volumes: ["calls": [10, 4, 4]], indices: ["cpi": [1, 1.5, 2]]
    ).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 2, interval: 1)),
      "peak": Self.price(ratchet: 2, indexation: "cola"),
    ])
    #expect(settled.amounts(of: "peak") == [75, 112.5, 60])
  }
}
