import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct GainShareTests {
  private static func share(
    _ steps: [GainShare.Step], _ measured: GainShare.Measured = .cost, baseline: [Double]?,
    pain: Double = 0, cap: Double? = nil, reckoning: Reckoning = Reckoning()
  ) -> Clause {
    .gainShare(
      GainShare(
        serviceLine: "calls", measured: measured, baseline: baseline, steps: steps,
        painShare: pain, cap: cap, reckoning: reckoning))
  }

  @Test func the_page_says_what_both_sides_bear() throws {
    for row in try ClausePage("GainShare").rows {
      let settled = try Bench(volumes: ["calls": [try row.number("actual")]]).settle([
        "gain": Self.share(
          [.init(share: 0.3)], baseline: [100_000], pain: 0.1, cap: 12_000)
      ])
      row.expect(settled.figures("gain")[1] ?? 0, in: "gain")
      row.expect(settled.amount(of: "gain"), in: "share")
    }
  }

  @Test func the_page_says_what_a_share_of_earnings_is() throws {
    for row in try ClausePage("GainShare").tables[1] {
      let earnings = try row.number("earnings") / 12
      let settled = try Bench(months: 12, volumes: ["calls": [earnings]]).settle([
        "gain": Self.share(
          [.init(share: 0.5)], .benefit, baseline: [40.0 / 12], reckoning: Reckoning(every: .year))
      ])
      #expect(settled.amounts(of: "gain").prefix(11).allSatisfy { $0 == 0 })
      #expect(abs(settled.amount(of: "gain", in: 12) - (try row.number("share"))) < 1e-9)
    }
  }

  @Test func the_page_says_what_a_schedule_leaves() throws {
    let settled = try Bench(months: 6, volumes: ["calls": [900]]).settle([
      "gain": Self.share(
        [.init(through: 3, share: 1), .init(share: 0)], baseline: [1_000],
        reckoning: Reckoning(every: .quarter))
    ])
    for row in try ClausePage("GainShare").tables[2] {
      let month = 3 * Int(try row.number("quarter"))
      row.expect(settled.amount(of: "gain", in: month), in: "share")
    }
  }

  @Test func after_the_last_step_nothing_is_shared() throws {
    let settled = try Bench(months: 5, volumes: ["calls": [90]]).settle([
      "gain": Self.share(
        [.init(through: 1, share: 1), .init(through: 3, share: 0.5)], baseline: [100],
        reckoning: Reckoning(from: 2))
    ])
    #expect(settled.amounts(of: "gain") == [0, 10, 5, 5, 0])
  }

  @Test func gains_and_overruns_of_a_period_are_set_off_and_those_of_periods_are_not() throws {
    let bench = Bench(months: 4, volumes: ["calls": [80, 110, 130, 60]])
    let monthly = try bench.settle(["gain": Self.share([.init(share: 1)], baseline: [100])])
    #expect(monthly.amounts(of: "gain") == [20, 0, 0, 40])
    let quarterly = try bench.settle([
      "gain": Self.share(
        [.init(share: 1)], baseline: [100], pain: 0.5, reckoning: Reckoning(every: .quarter))
    ])
    #expect(quarterly.amounts(of: "gain") == [0, 0, -10, 0])
  }

  @Test func a_last_part_of_a_period_has_a_part_of_the_cap() throws {
    let settled = try Bench(months: 4, volumes: ["calls": [0]]).settle([
      "gain": Self.share(
        [.init(share: 1)], baseline: [100], cap: 150,
        reckoning: Reckoning(every: .quarter, rest: .proRata))
    ])
    #expect(settled.amounts(of: "gain") == [0, 0, 150, 50])
  }

  @Test func the_events_baseline_holds_where_the_contract_has_none() throws {
    let settled = try Bench(
      months: 2, volumes: ["calls": [90]], baseline: ["calls": [100, 120]]
    ).settle(["gain": Self.share([.init(share: 0.5)], baseline: nil)])
    #expect(settled.amounts(of: "gain") == [5, 15])
  }
}
