import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct SimultaneityTests {
  private static let names = ["first", "second", "third"]

  private static func settle(
    _ defaults: [Double], _ more: KeyValuePairs<String, Clause>, fee: Double = 100_000,
    months: Int = 1
  ) throws -> Settled {
    let metrics = names.map { Metric(id: $0, name: "", link: .logit) }
    let levels = names.map { name in
      Contract.Named(
        name, .serviceLevel(ServiceLevel(metric: name, target: 0.9, comparison: .atLeast)))
    }
    let credits = zip(names, [0.02, 0.03, 0.08]).map { name, share in
      Contract.Named("\(name)_credit", .fixedCredit(FixedCredit(level: name, share: share)))
    }
    return try Bench(
      months: months, metrics: metrics,
      attainments: Dictionary(
        uniqueKeysWithValues: zip(names, defaults.map { [$0 == 1 ? 0.8 : 0.95] }))
    ).settle(
      [.init("fee", .fixedFee(FixedFee(amount: fee)))] + levels + credits
        + more.map { .init($0.key, $0.value) })
  }

  @Test func the_page_says_what_failures_of_one_month_come_to() throws {
    for row in try ClausePage("Simultaneity").rows {
      let defaults = try Self.names.map { try row.number($0) }
      row.expect(try Self.settle(defaults, [:]).credits, in: "additive")
      row.expect(
        try Self.settle(defaults, ["rule": .simultaneity(Simultaneity(.highest))]).credits,
        in: "highest")
      row.expect(
        try Self.settle(defaults, ["rule": .simultaneity(Simultaneity(.flat(0.05)))]).credits,
        in: "flat")
    }
  }

  @Test func the_highest_is_found_after_the_multiplier_and_before_the_cap() throws {
    let settled = try Self.settle(
      [1, 1, 0],
      [
        "cap": .creditCap(CreditCap(share: 0.05)),
        "rule": .simultaneity(Simultaneity(.highest)),
        "repeat": .repeatMultiplier(RepeatMultiplier(run: 2, multiplier: 2)),
      ], fee: 100, months: 2)
    #expect(settled.amounts(of: "rule") == [2, 4])
    #expect(settled.amounts(of: "cap") == [0, 1])
    #expect(settled.nominalCredits == -8)
  }

  @Test func the_lines_of_one_clause_are_compared_too() throws {
    let settled = try Bench(attainments: ["answered": [0.5]]).settle([
      "fee": .fixedFee(FixedFee(amount: 1_000)),
      "a": .serviceLevel(ServiceLevel(metric: "answered", target: 0.9, comparison: .atLeast)),
      "b": .serviceLevel(ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "risk": .atRiskCredit(
        AtRiskCredit(
          atRisk: 0.1,
          allocations: [
            .init(level: "a", pool: 1, share: 0.25), .init(level: "b", pool: 1, share: 0.5),
          ])),
      "rule": .simultaneity(Simultaneity(.highest)),
    ])
    #expect(settled.credits == -50)
  }

  @Test func without_a_charge_nothing_is_credited_flat() throws {
    let settled = try Self.settle(
      [1, 1, 1], ["rule": .simultaneity(Simultaneity(.flat(0.05)))], fee: 0)
    #expect(settled.credits == 0)
  }
}
