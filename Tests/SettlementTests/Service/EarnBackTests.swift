import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct EarnBackTests {
  private static func settle(
    _ attainments: [Double], fee: Double = 100, _ earnBack: EarnBack, cap: Double = 1
  ) throws -> Settled {
    try Bench(months: attainments.count, attainments: ["answered": attainments]).settle([
      "fee": .fixedFee(FixedFee(amount: fee)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.05)),
      "cap": .creditCap(CreditCap(share: cap)), "earned": .earnBack(earnBack),
    ])
  }

  private static func clean(_ periods: Int, _ period: Period = .quarter) -> EarnBack {
    EarnBack(.clean(periods: periods, of: period, levels: nil))
  }

  @Test func the_page_says_what_clean_quarters_earn_back() throws {
    let rows = try ClausePage("EarnBack").rows
    let attainments = try rows.flatMap { row in
      let defaults = Int(try row.number("defaults"))
      return (0..<3).map { $0 < defaults ? 0.5 : 0.9 }
    }
    let settled = try Self.settle(attainments, fee: 100_000, Self.clean(2))
    for (quarter, row) in rows.enumerated() {
      let months = (3 * quarter + 1)...(3 * quarter + 3)
      row.expect(months.reduce(0) { $0 + settled.amount(of: "credit", in: $1) }, in: "credit")
      row.expect(
        months.reduce(0) { $0 + settled.amount(of: "earned", in: $1) }, in: "earned back")
    }
  }

  /// What is earned back, by looking at each default's period and those after it.
  private static func counted(_ defaults: [Bool], _ needed: Int, _ length: Int) -> [Double] {
    let periods = (0..<defaults.count / length).map { period in
      defaults[(period * length)..<((period + 1) * length)].filter { $0 }.count
    }
    return defaults.indices.map { month in
      let period = month / length
      guard (month + 1).isMultiple(of: length), period >= needed,
        periods[(period - needed + 1)...period].allSatisfy({ $0 == 0 })
      else { return 0 }
      return Double(5 * periods[period - needed])
    }
  }

  @Test(arguments: [(1, Period.quarter), (2, .quarter), (2, .month), (3, .month)])
  func all_outcomes_of_nine_months_earn_back_as_counted(_ needed: (Int, Period)) throws {
    for pattern in 0..<512 {
      let defaults = (0..<9).map { pattern >> $0 & 1 == 1 }
      let settled = try Self.settle(
        defaults.map { $0 ? 0.5 : 0.9 }, Self.clean(needed.0, needed.1))
      #expect(
        settled.amounts(of: "earned") == Self.counted(defaults, needed.0, needed.1.months),
        "\(defaults)")
    }
  }

  @Test func no_more_is_earned_back_than_was_credited() throws {
    for condition in [
      EarnBack.Condition.clean(periods: 1, of: .month, levels: ["answer"]),
      .above(level: "answer", attainment: 0.85),
    ] {
      forEveryPattern { attainments in
        let settled = try Self.settle(attainments, EarnBack(condition, share: 1), cap: 0.03)
        var (credited, earned) = (0.0, 0.0)
        for month in 1...attainments.count {
          credited -= settled.amount(of: "credit", in: month) + settled.amount(of: "cap", in: month)
          earned += settled.amount(of: "earned", in: month)
          #expect(earned <= credited + 1e-12 && settled.amount(of: "earned", in: month) >= 0)
        }
        #expect(settled.nominalCredits <= 1e-12)
      }
    }
  }

  private func forEveryPattern(_ check: ([Double]) throws -> Void) {
    for pattern in 0..<64 {
      let attainments = (0..<6).map { pattern >> $0 & 1 == 1 ? 0.5 : 0.9 }
      #expect(throws: Never.self) { try check(attainments) }
    }
  }

  @Test func a_month_above_the_floor_earns_a_share_of_what_is_outstanding() throws {
    let earnBack = EarnBack(.above(level: "answer", attainment: 0.95), share: 0.5)
    let settled = try Self.settle([0.5, 0.5, 0.95, 0.94, 0.99, 0.5, 0.99], earnBack)
    #expect(settled.amounts(of: "earned") == [0, 0, 5, 0, 2.5, 0, 3.75])
  }

  @Test func only_the_levels_named_keep_a_period_from_being_clean() throws {
    let settled = try Bench(
      months: 2,
      metrics: ["a", "b"].map { Metric(id: $0, name: "", link: .logit) },
      attainments: ["a": [0.5, 0.9], "b": [0.9, 0.5]]
    ).settle([
      "fee": .fixedFee(FixedFee(amount: 100)),
      "one": .serviceLevel(ServiceLevel(metric: "a", target: 0.8, comparison: .atLeast)),
      "two": .serviceLevel(ServiceLevel(metric: "b", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "one", share: 0.05)),
      "earned": .earnBack(EarnBack(.clean(periods: 1, of: .month, levels: ["one"]))),
      "never": .earnBack(EarnBack(.clean(periods: 1, of: .month, levels: nil), share: 0)),
    ])
    #expect(settled.amounts(of: "earned") == [0, 5])
  }
}
