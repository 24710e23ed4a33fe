import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct VolumeBandTests {
  @Test func the_page_says_what_both_readings_charge() throws {
    for row in try ClausePage("VolumeBand").rows {
      let settled = try Bench(volumes: ["calls": [try row.number("volume")]]).settle([
        "deviation": .volumeBand(Self.band(.deviation)), "excess": .volumeBand(Self.band(.excess)),
      ])
      row.expect(settled.amount(of: "deviation"), in: "deviation")
      row.expect(settled.amount(of: "excess"), in: "excess")
    }
  }

  private static func band(
    _ reading: VolumeBand.Reading, baseline: [Double]? = [10_000], deadband: Double = 0.05,
    span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) -> VolumeBand {
    VolumeBand(
      serviceLine: "calls", baseline: baseline, deadband: deadband, arc: 4, rrc: 3,
      reading: reading, span: span, indexation: indexation)
  }

  @Test(arguments: 0...50)
  func a_volume_exactly_on_the_edge_is_inside_the_deadband(_ percent: Int) throws {
    let band = Self.band(.deviation, baseline: [100], deadband: Double(percent) / 100)
    let edges = [Double(100 + percent), Double(100 - percent)]
    let settled = try Bench(months: 2, volumes: ["calls": edges])
      .settle(["band": .volumeBand(band)])
    #expect(settled.amounts(of: "band") == [0, 0])
  }

  @Test func without_a_deadband_every_unit_counts_in_both_readings() throws {
    for reading in VolumeBand.Reading.allCases {
      let settled = try Bench(months: 3, volumes: ["calls": [10_001, 10_000, 9_998]])
        .settle(["band": .volumeBand(Self.band(reading, deadband: 0))])
      #expect(settled.amounts(of: "band") == [4, 0, -6])
    }
  }

  @Test func the_events_baseline_holds_where_the_contract_has_none() throws {
    let settled = try Bench(
      months: 2, volumes: ["calls": [210, 210]], baseline: ["calls": [100, 200]]
    ).settle(["band": .volumeBand(Self.band(.deviation, baseline: nil))])
    #expect(settled.amounts(of: "band") == [440, 0])
  }

  @Test func the_last_baseline_of_a_contract_holds_on() throws {
    let settled = try Bench(months: 3, volumes: ["calls": [200]])
      .settle(["band": .volumeBand(Self.band(.deviation, baseline: [100, 200]))])
    #expect(settled.amounts(of: "band") == [400, 0, 0])
  }

  @Test func the_baseline_of_a_span_is_that_of_the_contract_month() throws {
    let settled = try Bench(months: 4, volumes: ["calls": [200]]).settle([
      "band": .volumeBand(
        Self.band(.deviation, baseline: [1, 100, 150, 1], span: MonthSpan(from: 2, to: 3)))
    ])
    #expect(settled.amounts(of: "band") == [0, 400, 200, 0])
  }

  @Test func both_rates_follow_the_indexation() throws {
    let settled = try Bench(
      months: 3, volumes: ["calls": [11_000, 11_000, 9_000]], indices: ["cpi": [1, 1.5]]
    ).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 2, interval: 99)),
      "band": .volumeBand(Self.band(.deviation, indexation: "cola")),
    ])
    #expect(settled.amounts(of: "band") == [4_000, 6_000, -4_500])
  }

  @Test func a_reduced_resource_credit_lowers_the_base_of_service_credits() throws {
    let settled = try Bench(volumes: ["calls": [8_500]], attainments: ["answered": [0]]).settle([
      "fee": .fixedFee(FixedFee(amount: 50_000)),
      "band": .volumeBand(Self.band(.deviation)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.5)),
    ])
    #expect(settled.amount(of: "credit") == -22_750)
  }
}
