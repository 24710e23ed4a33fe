import Contracts
import Futures
import Quantities
import Rows
import TestKit
import Testing

@testable import Settlement

@Suite struct ForecastReliefTests {
  private static let answer = Clause.serviceLevel(
    ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))

  private static func relief(
    _ tolerance: Double = 0.3, baseline: [Double]? = nil, levels: [String]? = nil
  ) -> Clause {
    .forecastRelief(
      ForecastRelief(
        serviceLine: "calls", baseline: baseline, tolerance: tolerance, levels: levels))
  }

  private static func bench(_ volumes: [Double]) -> Bench {
    Bench(
      months: volumes.count, volumes: ["calls": volumes], baseline: ["calls": [1_000]],
      attainments: ["answered": [0.7]])
  }

  @Test func the_page_says_which_months_count() throws {
    for row in try ClausePage("ForecastRelief").rows {
      let settled = try Self.bench([try row.number("volume")])
        .settle(["busy": Self.relief(), "answer": Self.answer])
      row.expect(settled.defaultCounts[0], in: "defaults")
    }
  }

  @Test func a_relieved_month_has_no_credit_and_ends_a_run() throws {
    let settled = try Self.bench([900, 2_000, 900, 900]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)), "busy": Self.relief(), "answer": Self.answer,
      "repeat": .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 2)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.1)),
    ])
    #expect(settled.amounts(of: "credit") == [-10, 0, -10, -20])
    #expect(settled.figures("relieved") == [1: 0, 2: 1, 3: 0, 4: 0])
  }

  @Test func a_relieved_miss_counts_in_no_window() throws {
    let pattern = Clause.serviceLevel(
      ServiceLevel(
        metric: "answered", target: 0.8, comparison: .atLeast,
        trigger: ServiceLevel.Trigger(misses: 2, window: 3)))
    let settled = try Self.bench([900, 2_000, 2_000, 900, 900])
      .settle(["busy": Self.relief(), "answer": pattern])
    #expect(settled.defaults(of: "answer") == [5])
  }

  @Test func only_named_levels_are_relieved() throws {
    let settled = try Self.bench([2_000]).settle([
      "busy": Self.relief(levels: ["answer"]), "answer": Self.answer, "other": Self.answer,
    ])
    #expect(settled.defaults(of: "answer") == [])
    #expect(settled.defaults(of: "other") == [1])
  }

  @Test func any_of_several_reliefs_is_enough() throws {
    let settled = try Self.bench([1_200, 1_000]).settle([
      "event": Self.relief(0.1), "own": Self.relief(0, baseline: [9_000, 900]),
      "answer": Self.answer,
    ])
    #expect(settled.defaults(of: "answer") == [])
  }

  @Test func futures_are_relieved_one_by_one() throws {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let level = Clause.serviceLevel(
      ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))
    func defaults(_ clauses: [Contract.Named]) throws -> [UInt32] {
      let contract = try Contract(id: "bid", clauses: [.init("answer", level)] + clauses)
        .resolved(in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
      let totals = Sampled.totals(of: contract, at: Draws(seed: 4))
      return (0..<Lanes.count).map { totals.defaults[0][$0] }
    }
    let (without, with) = (
      try defaults([]), try defaults([.init("busy", Self.relief(0.1, levels: ["answer"]))])
    )
    #expect(zip(with, without).allSatisfy(<=))
    #expect(with.reduce(0, +) < without.reduce(0, +) && with.contains { $0 > 0 })
  }

  @Test func the_chance_of_a_default_under_relief_is_no_control() throws {
    let resolved = try Self.bench([900]).resolved([
      .init("busy", Self.relief(levels: ["answer"])), .init("answer", Self.answer),
      .init("other", Self.answer),
    ])
    #expect(resolved.defaultRules.map { $0 == nil } == [true, false])
  }

  @Test func a_level_that_is_not_there_is_an_error() {
    #expect(
      throws: ResolutionError(
        option: "bid", clause: "busy", reason: .unknown(what: "service level", name: "nobody"))
    ) {
      try Bench().resolved([.init("busy", Self.relief(levels: ["nobody"]))])
    }
  }
}
