import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct BonusTests {
  private static let metrics = [Metric(id: "score", name: "", link: .identity)]

  private static func bonus(worst: Double? = -1, _ period: Period = .year) -> Clause {
    .bonus(
      Bonus(
        metric: "score", neutral: 0, best: 1, bonus: 1_750_000, worst: worst,
        deduction: worst == nil ? 0 : 750_000, period: period))
  }

  private static func settle(_ scores: [Double], _ clause: Clause) throws -> Settled {
    try Bench(months: scores.count, metrics: metrics, attainments: ["score": scores])
      .settle(["bonus": clause])
  }

  @Test func the_page_says_what_scores_earn() throws {
    for row in try ClausePage("Bonus").rows {
      let scores = Array(repeating: try row.number("score"), count: 12)
      let settled = try Self.settle(scores, Self.bonus())
      row.expect(settled.amount(of: "bonus", in: 12), in: "amount")
      #expect(settled.credits == settled.amount(of: "bonus", in: 12))
    }
  }

  @Test func a_period_is_judged_by_the_mean_of_its_measured_months() throws {
    let settled = try Self.settle(
      [1, .nan, 0, 1, 1, 1, .nan, .nan, .nan, -1], Self.bonus(.quarter))
    #expect(
      settled.amounts(of: "bonus") == [0, 0, 875_000, 0, 0, 1_750_000, 0, 0, 0, 0])
  }

  private static func bonus(_ period: Period) -> Clause { bonus(worst: -1, period) }

  @Test func without_a_worst_attainment_nothing_is_deducted() throws {
    let settled = try Self.settle([-1, 0.25], Self.bonus(worst: nil, .month))
    #expect(settled.amounts(of: "bonus") == [0, 437_500])
  }

  @Test func a_bonus_is_turned_round_where_lower_is_better() throws {
    let settled = try Bench(
      months: 3, metrics: [Metric(id: "time", name: "", link: .log, better: .lower)],
      attainments: ["time": [10, 20, 40]]
    ).settle([
      "bonus": .bonus(
        Bonus(
          metric: "time", neutral: 20, best: 10, bonus: 100, worst: 60, deduction: 80,
          period: .month))
    ])
    #expect(settled.amounts(of: "bonus") == [100, 0, -40])
  }

  @Test func in_the_base_case_there_is_no_bonus() throws {
    let settled = try Bench(months: 12, metrics: Self.metrics).settle(["bonus": Self.bonus()])
    #expect(settled.amounts(of: "bonus").allSatisfy { $0 == 0 })
  }
}
