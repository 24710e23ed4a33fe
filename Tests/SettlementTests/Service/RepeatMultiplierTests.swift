import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct RepeatMultiplierTests {
  @Test func the_page_says_how_repeats_are_weighed() throws {
    let rows = try ClausePage("RepeatMultiplier").rows
    let series = Dictionary(grouping: rows) { (try? $0.text("series")) ?? "" }
    #expect(series.count == 3)
    for rows in series.values {
      let settled = try Self.settled(
        try rows.map { row in try row.number("attainment") }, target: 0.99, run: 2, charge: 100_000,
        share: 0.02)
      for row in rows {
        let month = Int(try row.number("month"))
        row.expect(settled.defaults(of: "answer").contains(month) ? 1 : 0, in: "default")
        row.expect(settled.amount(of: "credit", in: month), in: "credit")
        row.expect(settled.amount(of: "credit", in: month) / -2_000, in: "weight")
      }
    }
  }

  private static func settled(
    _ attainments: [Double], target: Double = 0.8, run: Int, multiplier: Double = 2,
    charge: Double = 100, share: Double = 0.25, from first: Int = 1
  ) throws -> Settled {
    try Bench(months: attainments.count, attainments: ["answered": attainments]).settle([
      "repeat": .repeatMultiplier(RepeatMultiplier(run: run, multiplier: multiplier)),
      "fee": .fixedFee(FixedFee(amount: charge)),
      "answer": .serviceLevel(
        ServiceLevel(
          metric: "answered", target: target, comparison: .atLeast, firstMonth: first)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: share)),
    ])
  }

  @Test func the_multiplier_holds_from_a_run_of_exactly_n_on() throws {
    let settled = try Self.settled([0, 0, 0, 0, 1, 0, 0, 0], run: 3)
    #expect(settled.amounts(of: "credit") == [-25, -25, -50, -50, 0, -25, -25, -50])
  }

  @Test func a_run_does_not_reach_back_into_the_ramp() throws {
    let settled = try Self.settled([0, 0, 0, 0], run: 2, from: 3)
    #expect(settled.amounts(of: "credit") == [0, 0, -25, -50])
  }

  @Test func a_month_without_a_value_ends_the_run() throws {
    let settled = try Self.settled([0, .nan, 0, 0], run: 2)
    #expect(settled.amounts(of: "credit") == [-25, 0, -25, -50])
  }

  @Test func the_longest_run_has_32_months() throws {
    let settled = try Self.settled(Array(repeating: 0, count: 33), run: 32)
    #expect(settled.amounts(of: "credit").suffix(3) == [-25, -50, -50])
  }

  @Test func a_multiplier_of_zero_forgives_repeats() throws {
    let settled = try Self.settled([0, 0, 1, 0], run: 2, multiplier: 0)
    #expect(settled.amounts(of: "credit") == [-25, 0, 0, -25])
  }

  @Test func each_level_is_counted_by_itself() throws {
    let settled = try Bench(
      months: 2,
      metrics: [
        .init(id: "one", name: "", link: .identity), .init(id: "two", name: "", link: .identity),
      ],
      attainments: ["one": [0, 0], "two": [1, 0]]
    ).settle([
      "repeat": .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 3)),
      "fee": .fixedFee(FixedFee(amount: 100)),
      "first": .serviceLevel(ServiceLevel(metric: "one", target: 1, comparison: .atLeast)),
      "second": .serviceLevel(ServiceLevel(metric: "two", target: 1, comparison: .atLeast)),
      "risk": .atRiskCredit(
        AtRiskCredit(
          atRisk: 0.25,
          allocations: [
            .init(level: "first", pool: 1, share: 0.5), .init(level: "second", pool: 1, share: 0.5),
          ])),
    ])
    #expect(settled.amounts(of: "risk: first") == [-12.5, -37.5])
    #expect(settled.amounts(of: "risk: second") == [0, -12.5])
  }

  @Test func without_a_multiplier_every_default_weighs_one() throws {
    let settled = try Bench(months: 3, attainments: ["answered": [0]]).settle([
      "fee": .fixedFee(FixedFee(amount: 100)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.25)),
    ])
    #expect(settled.amounts(of: "credit") == [-25, -25, -25])
  }
}
