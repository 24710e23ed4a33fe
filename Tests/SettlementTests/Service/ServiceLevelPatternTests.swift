import Contracts
import Quantities
import Settlement
import TestKit
import Testing

/// Levels of 80 % and more, judged by patterns of months.
@Suite struct ServiceLevelPatternTests {
  private static func level(
    from first: Int = 1, trigger: ServiceLevel.Trigger = .init(),
    expected: ServiceLevel.Expected? = nil, tail: ServiceLevel.Tail? = nil,
    measurement: ServiceLevel.Measurement = .month, excluded: [Int] = [],
    missesUnreported: Bool = false
  ) -> ServiceLevel {
    ServiceLevel(
      metric: "answered", target: 0.8, comparison: .atLeast, firstMonth: first, trigger: trigger,
      expected: expected, tail: tail, measurement: measurement, excluded: excluded,
      missesUnreported: missesUnreported)
  }

  private static func defaults(_ level: ServiceLevel, in attainments: [Double]) throws -> [Int] {
    try Bench(months: attainments.count, attainments: ["answered": attainments])
      .settle(["answer": .serviceLevel(level)]).defaults(of: "answer")
  }

  /// Every series of `length` values out of `values`.
  private static func series(of values: [Double], length: Int) -> [[Double]] {
    (0..<length).reduce([[]]) { series, _ in series.flatMap { s in values.map { s + [$0] } } }
  }

  /// The defaults by counting months one by one.
  private static func counted(_ level: ServiceLevel, in attainments: [Double]) -> [Int] {
    var (defaults, lastReset) = ([Int](), 0)
    func count(_ month: Int, _ window: Int, after: Int, _ belongs: (Double) -> Bool) -> Int {
      (1...month).filter { $0 > month - window && $0 > after && belongs(attainments[$0 - 1]) }.count
    }
    for (month, attainment) in zip(1..., attainments) {
      let (trigger, expected) = (level.trigger, level.expected)
      if attainment < level.target {
        guard
          count(month, trigger.window, after: lastReset, { $0 < level.target })
            >= trigger.misses
        else { continue }
        defaults.append(month)
        if trigger.resets { lastReset = month }
      } else if let expected, attainment < expected.target {
        let short = { $0 >= level.target && $0 < expected.target }
        if count(month, expected.window, after: 0, short) >= expected.defaults {
          defaults.append(month)
        }
      }
    }
    return defaults
  }

  @Test(arguments: [(1, 1), (2, 2), (2, 3), (3, 3), (3, 6), (1, 4)], [false, true])
  func all_outcomes_of_eight_months_trigger_as_counted(_ count: (Int, Int), resets: Bool) throws {
    let level = Self.level(
      trigger: .init(misses: count.0, window: count.1, resets: resets))
    for series in Self.series(of: [0.8, 0.7], length: 8) {
      #expect(try Self.defaults(level, in: series) == Self.counted(level, in: series), "\(series)")
    }
  }

  @Test(arguments: [(1, 1), (2, 3), (3, 4)])
  func all_outcomes_of_two_targets_default_as_counted(_ count: (Int, Int)) throws {
    let level = Self.level(
      trigger: .init(misses: 2, window: 3, resets: true),
      expected: .init(target: 0.9, defaults: count.0, window: count.1))
    for series in Self.series(of: [0.9, 0.8, 0.7], length: 6) {
      #expect(try Self.defaults(level, in: series) == Self.counted(level, in: series), "\(series)")
    }
  }

  @Test func a_miss_counts_through_the_last_month_of_its_window_and_over_the_years_end() throws {
    let level = Self.level(trigger: .init(misses: 2, window: 6))
    func second(in month: Int) throws -> [Int] {
      try Self.defaults(level, in: (1...20).map { [8, month].contains($0) ? 0.7 : 0.9 })
    }
    #expect(try second(in: 13) == [13])
    #expect(try second(in: 14) == [])
  }

  @Test func a_quarter_is_judged_by_its_mean_in_its_last_month() throws {
    let quarters = [0.7, 0.8, 0.9] + [0.9, 0.8, 0.6] + [0.7, 0.7, 0.99]
    #expect(try Self.defaults(Self.level(measurement: .quarter), in: quarters) == [6, 9])
    #expect(try Self.defaults(Self.level(from: 3, measurement: .quarter), in: quarters) == [6, 9])
    #expect(try Self.defaults(Self.level(from: 7, measurement: .quarter), in: quarters) == [9])
  }

  @Test func a_mean_of_months_at_the_target_meets_it() throws {
    for months in 2...7 {
      let level = Self.level(measurement: .rolling(months: months))
      #expect(try Self.defaults(level, in: Array(repeating: 0.8, count: 12)) == [])
      let below = Array(repeating: 0.799_999, count: 12)
      #expect(try Self.defaults(level, in: below) == Array(months...12))
    }
  }

  @Test func a_rolling_mean_forgets_the_month_that_leaves_it() throws {
    let series = [0.5, 0.9, 0.9, 0.9, 0.9, 0.4, 0.99, 0.99, 0.99]
    let level = Self.level(measurement: .rolling(months: 3))
    #expect(try Self.defaults(level, in: series) == [3, 6, 7, 8])
  }

  @Test func excluded_months_are_no_misses_and_left_out_of_means() throws {
    let series = [0.7, 0.7, 0.7, 0.9, 0.1, 0.9]
    #expect(try Self.defaults(Self.level(excluded: [2, 5]), in: series) == [1, 3])
    let twice = Self.level(trigger: .init(misses: 2, window: 2), excluded: [2])
    #expect(try Self.defaults(twice, in: series) == [])
    let quarter = Self.level(measurement: .quarter, excluded: [3, 5])
    #expect(try Self.defaults(quarter, in: series) == [3])
    let none = Self.level(measurement: .quarter, excluded: [1, 2, 3])
    #expect(try Self.defaults(none, in: series) == [6])
  }

  @Test func a_month_without_a_report_is_a_miss_where_the_contract_says_so() throws {
    let series = [0.9, .nan, 0.9, .nan]
    #expect(try Self.defaults(Self.level(missesUnreported: true), in: series) == [2, 4])
    #expect(
      try Self.defaults(Self.level(excluded: [2], missesUnreported: true), in: series) == [4])
    let quarter = Self.level(measurement: .quarter, missesUnreported: true)
    #expect(try Self.defaults(quarter, in: [.nan, .nan, .nan, .nan, 0.9, .nan]) == [3])
    var bench = Bench(months: 3)
    bench.attainments = [:]
    let settled = try bench.settle([
      "answer": .serviceLevel(Self.level(missesUnreported: true))
    ])
    #expect(settled.defaults(of: "answer") == [])
  }

  @Test func a_level_with_a_tail_needs_both_conditions() throws {
    let level = Self.level(tail: .init(metric: "late", target: 0.05, comparison: .atMost))
    let settled = try Bench(
      months: 5,
      metrics: [
        Metric(id: "answered", name: "", link: .logit),
        Metric(id: "late", name: "", link: .logit, better: .lower, decimals: 0),
      ],
      attainments: [
        "answered": [0.8, 0.8, 0.7, 0.7, .nan], "late": [0.054, 0.055, 0.05, 0.9, 0.2],
      ]
    ).settle(["answer": .serviceLevel(level)])
    #expect(settled.defaults(of: "answer") == [2, 3, 4, 5])
  }

  /// Means of sampled months against those of the attainments that the ledger shows.
  @Test func sampled_means_are_those_of_the_months() async throws {
    let first = try #require(CalendarMonth(year: 2027, month: 4))
    func level(_ measurement: ServiceLevel.Measurement) -> Clause {
      .serviceLevel(
        ServiceLevel(
          metric: "time", target: 21, comparison: .atMost, measurement: measurement))
    }
    let clauses: [Contract.Named] = [
      .init("month", level(.month)), .init("mean", level(.rolling(months: 4))),
    ]
    let contract = try Contract(id: "bid", clauses: clauses).resolved(
      in: Sampled.event(in: first), metrics: Sampled.metrics.map(\.id))
    await forEverySeed(3) { seed in
      for future in UInt32(0)..<20 {
        let months = Sampled.ledger(of: contract, seed: seed, future: future).months
        let times = months.compactMap { $0.levels[0].attainment }
        #expect(times.count == Sampled.horizon)
        for month in 4...Sampled.horizon {
          let mean = times[(month - 4)..<month].reduce(0, +) / 4
          #expect(abs((months[month - 1].levels[1].attainment ?? 0) - mean) < 1e-8)
          guard abs(mean - 21) > 1e-8 else { continue }
          #expect(months[month - 1].defaults.contains(1) == (mean > 21))
        }
      }
    }
  }
}
