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
    span: MonthSpan = MonthSpan(), indexation: String? = nil,
    outer: [VolumeBand.OuterBand] = [], rrcFactor: Double = 1, settled: Period = .month,
    rest: Reckoning.Rest = .notSettled, rebaseline: VolumeBand.Rebaseline? = nil
  ) -> VolumeBand {
    VolumeBand(
      serviceLine: "calls", baseline: baseline, deadband: deadband, arc: 4, rrc: 3,
      reading: reading, span: span, indexation: indexation, outer: outer, rrcFactor: rrcFactor,
      settled: settled, rest: rest, rebaseline: rebaseline)
  }

  @Test func the_page_says_what_outer_bands_charge() throws {
    let outer = [VolumeBand.OuterBand(beyond: 0.15, arc: 5, rrc: 2)]
    for row in try ClausePage("VolumeBand").tables[1] {
      let settled = try Bench(volumes: ["calls": [try row.number("volume")]]).settle([
        "deviation": .volumeBand(Self.band(.deviation, outer: outer)),
        "excess": .volumeBand(Self.band(.excess, outer: outer)),
      ])
      row.expect(settled.amount(of: "deviation"), in: "deviation")
      row.expect(settled.amount(of: "excess"), in: "excess")
    }
  }

  @Test func the_page_says_what_periods_and_new_baselines_do() throws {
    let rows = try ClausePage("VolumeBand").tables[2]
    let volumes = try rows.map { try $0.number("volume") }
    let settled = try Bench(months: rows.count, volumes: ["calls": volumes]).settle([
      "month": .volumeBand(Self.band(.excess)),
      "quarter": .volumeBand(Self.band(.excess, settled: .quarter)),
      "new": .volumeBand(
        Self.band(.excess, rebaseline: .init(after: 3, edge: 0.15, delay: 2))),
    ])
    for row in rows {
      let month = Int(try row.number("month"))
      row.expect(settled.amount(of: "month", in: month), in: "by month")
      row.expect(settled.amount(of: "quarter", in: month), in: "by quarter")
      row.expect(settled.figures("baseline")[month] ?? 0, in: "baseline")
      row.expect(settled.amount(of: "new", in: month), in: "re-baselined")
    }
  }

  @Test func sums_of_single_months_are_charged_like_months() async throws {
    await forEverySeed(10) { seed in
      var generator = SplitMix64(seed: seed)
      let volumes = (0..<12).map { _ in Double.random(in: 0...20_000, using: &generator) }
      let bench = Bench(months: 12, volumes: ["calls": volumes], indices: ["cpi": [1, 1.5]])
      for reading in VolumeBand.Reading.allCases {
        // An outer band with the same rates changes nothing but how the amount is calculated.
        let same = [VolumeBand.OuterBand(beyond: 0.3, arc: 4, rrc: 3)]
        let settled = try bench.settle([
          "cola": .indexation(Indexation(index: "cpi", firstMonth: 2, interval: 99)),
          "plain": .volumeBand(Self.band(reading, indexation: "cola")),
          "sums": .volumeBand(Self.band(reading, indexation: "cola", outer: same)),
        ])
        for (plain, sums) in zip(settled.amounts(of: "plain"), settled.amounts(of: "sums")) {
          #expect(abs(plain - sums) < 1e-9)
        }
      }
    }
  }

  @Test func a_factor_multiplies_every_reduced_resource_credit() throws {
    let outer = [VolumeBand.OuterBand(beyond: 0.15, arc: 5, rrc: 2)]
    let settled = try Bench(months: 2, volumes: ["calls": [8_000, 12_000]]).settle([
      "plain": .volumeBand(Self.band(.excess, rrcFactor: 0.5)),
      "outer": .volumeBand(Self.band(.excess, outer: outer, rrcFactor: 0.5)),
    ])
    #expect(settled.amounts(of: "plain") == [-2_250, 6_000])
    #expect(settled.amounts(of: "outer") == [-2_000, 6_500])
  }

  @Test func a_last_part_of_a_period_is_settled_only_where_it_is_agreed() throws {
    for rest in Reckoning.Rest.allCases {
      let band = Self.band(
        .deviation, span: MonthSpan(from: 2, to: 6), settled: .quarter, rest: rest)
      let settled = try Bench(months: 8, volumes: ["calls": [11_000]])
        .settle(["band": .volumeBand(band)])
      let last = rest == .proRata ? 8_000.0 : 0
      #expect(settled.amounts(of: "band") == [0, 0, 0, 12_000, 0, last, 0, 0])
    }
  }

  @Test func a_month_inside_the_edge_begins_the_count_anew() throws {
    let rebaseline = VolumeBand.Rebaseline(after: 2, edge: 0.15)
    let settled = try Bench(
      months: 7, volumes: ["calls": [12_000, 11_500, 8_000, 9_000, 13_000, 8_500, 12_000]]
    ).settle(["band": .volumeBand(Self.band(.excess, rebaseline: rebaseline))])
    let baselines = settled.figures("baseline")
    #expect((1...7).compactMap { baselines[$0] } == Array(repeating: 10_000, count: 7))
    let later = try Bench(months: 6, volumes: ["calls": [12_000, 13_000, 12_500, 16_000, 16_000]])
      .settle(["band": .volumeBand(Self.band(.excess, rebaseline: rebaseline))])
    let new = later.figures("baseline")
    #expect((1...6).compactMap { new[$0] } == [10_000, 10_000, 12_500, 12_500, 12_500, 16_000])
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
