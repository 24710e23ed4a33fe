import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct ServiceLevelTests {
  @Test func the_page_says_which_attainments_default() throws {
    for row in try ClausePage("ServiceLevel").rows {
      let month = Int(try row.number("month"))
      let decimals = row.says("decimals") ? Int(try row.number("decimals")) : nil
      let settled = try Bench(
        months: month,
        metrics: [Metric(id: "answered", name: "", link: .logit, decimals: decimals)],
        attainments: [
          "answered": [row.says("attainment") ? try row.number("attainment") : .nan]
        ]
      ).settle([
        "answer": .serviceLevel(
          ServiceLevel(
            metric: "answered", target: try row.number("target"),
            comparison: try #require(.init(rawValue: try row.text("compare"))),
            firstMonth: Int(try row.number("from"))))
      ])
      let isDefault = settled.defaults(of: "answer").contains(month)
      row.expect(isDefault ? 1 : 0, in: "default")
    }
  }

  @Test func the_page_says_what_patterns_of_misses_make() throws {
    let months = try ClausePage("ServiceLevel").tables[1]
    func level(
      trigger: ServiceLevel.Trigger = .init(), expected: ServiceLevel.Expected? = nil
    ) -> Clause {
      .serviceLevel(
        ServiceLevel(
          metric: "answered", target: 0.97, comparison: .atLeast, trigger: trigger,
          expected: expected))
    }
    let settled = try Bench(
      months: months.count, attainments: ["answered": months.map { try $0.number("attainment") }]
    ).settle([
      "plain": level(),
      "expected": level(expected: .init(target: 0.99, defaults: 4, window: 12)),
      "two in three": level(trigger: .init(misses: 2, window: 3)),
      "beginning anew": level(trigger: .init(misses: 2, window: 3, resets: true)),
    ])
    for (month, row) in zip(1..., months) {
      for name in settled.contract.levels {
        row.expect(settled.defaults(of: name).contains(month) ? 1 : 0, in: name)
      }
    }
  }

  private static func level(
    _ comparison: ServiceLevel.Comparison, _ target: Double, from first: Int = 1
  ) -> Clause {
    .serviceLevel(
      ServiceLevel(
        metric: "time", target: target, comparison: comparison, firstMonth: first))
  }

  private static func bench(_ times: [Double], decimals: Int? = nil) -> Bench {
    Bench(
      months: times.count,
      metrics: [Metric(id: "time", name: "", link: .log, better: .lower, decimals: decimals)],
      attainments: ["time": times])
  }

  @Test func a_comparison_is_inclusive_or_strict_on_the_target_itself() throws {
    let settled = try Self.bench([19, 20, 21]).settle([
      "at_least": Self.level(.atLeast, 20), "more_than": Self.level(.moreThan, 20),
      "at_most": Self.level(.atMost, 20), "less_than": Self.level(.lessThan, 20),
    ])
    #expect(settled.defaults(of: "at_least") == [1])
    #expect(settled.defaults(of: "more_than") == [1, 2])
    #expect(settled.defaults(of: "at_most") == [3])
    #expect(settled.defaults(of: "less_than") == [2, 3])
  }

  @Test func a_time_is_rounded_half_up_before_it_is_compared() throws {
    let settled = try Self.bench([20.04, 20.05, 20.1], decimals: 1).settle([
      "at_most": Self.level(.atMost, 20), "less_than": Self.level(.lessThan, 20.1),
    ])
    #expect(settled.defaults(of: "at_most") == [2, 3])
    #expect(settled.defaults(of: "less_than") == [2, 3])
  }

  @Test func the_months_of_the_ramp_are_no_defaults() throws {
    let settled = try Self.bench([30, 30, 30, 10]).settle(["time": Self.level(.atMost, 20, from: 3)]
    )
    #expect(settled.defaults(of: "time") == [3])
    #expect(settled.defaultCounts == [1])
  }

  @Test func a_ramp_beyond_the_horizon_never_ends() throws {
    let settled = try Self.bench([30, 30]).settle(["time": Self.level(.atMost, 20, from: 3)])
    #expect(settled.defaults(of: "time") == [])
  }

  @Test func a_month_without_a_value_is_no_default_by_any_comparison() throws {
    for comparison in ServiceLevel.Comparison.allCases {
      let settled = try Self.bench([.nan, .nan], decimals: 1)
        .settle(["time": Self.level(comparison, 20)])
      #expect(settled.defaults(of: "time") == [])
    }
  }

  @Test func in_the_base_case_every_level_is_met() throws {
    var bench = Self.bench([99, 99])
    bench.attainments = [:]
    let settled = try bench.settle([
      "time": Self.level(.lessThan, 0.001), "long": Self.level(.atLeast, 1e9),
    ])
    #expect(settled.defaults(of: "time") + settled.defaults(of: "long") == [])
  }

  @Test func two_levels_on_one_metric_default_each_by_itself() throws {
    let settled = try Self.bench([15, 25, 35]).settle([
      "expected": Self.level(.atMost, 20), "minimum": Self.level(.atMost, 30),
    ])
    #expect(settled.defaults(of: "expected") == [2, 3])
    #expect(settled.defaults(of: "minimum") == [3])
  }

  @Test func a_level_reads_its_own_metric() throws {
    let settled = try Bench(
      metrics: [
        Metric(id: "first", name: "", link: .identity),
        Metric(id: "second", name: "", link: .identity),
      ],
      attainments: ["first": [-1], "second": [1]]
    ).settle([
      "b": .serviceLevel(ServiceLevel(metric: "second", target: 0, comparison: .atLeast)),
      "a": .serviceLevel(ServiceLevel(metric: "first", target: 0, comparison: .atLeast)),
    ])
    #expect(settled.defaults(of: "a") == [1])
    #expect(settled.defaults(of: "b") == [])
  }

  @Test func a_level_moves_no_money_itself() throws {
    let settled = try Self.bench([99]).settle(["time": Self.level(.atMost, 1)])
    #expect(settled.ledger.entries.isEmpty)
  }
}
