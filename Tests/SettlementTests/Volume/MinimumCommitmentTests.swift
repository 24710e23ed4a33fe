import Contracts
import Quantities
import TestKit
import Testing

@testable import Settlement

@Suite struct MinimumCommitmentTests {
  private static func calls(
    _ minimum: [Double] = [100], price: Double = 2, reckoning: Reckoning = Reckoning(),
    carryForward: Int? = nil, stepUp: MinimumCommitment.StepUp? = nil,
    relief: MinimumCommitment.Relief? = nil, indexation: String? = nil
  ) -> Clause {
    .minimumCommitment(
      MinimumCommitment(
        measure: .volume(of: "calls"), minimum: minimum, price: price, reckoning: reckoning,
        carryForward: carryForward, stepUp: stepUp, relief: relief, indexation: indexation))
  }

  private static func charges(of prices: [String]?, _ minimum: Double) -> Clause {
    .minimumCommitment(
      MinimumCommitment(
        measure: .charge(of: prices), minimum: [minimum], reckoning: Reckoning(every: .quarter)))
  }

  @Test func the_page_says_what_charges_fall_short_by() throws {
    for row in try ClausePage("MinimumCommitment").rows {
      let settled = try Bench(months: 3, volumes: ["calls": [0, try row.number("charges"), 0]])
        .settle([
          "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 1)),
          "minimum": Self.charges(of: nil, 62_500),
        ])
      #expect(settled.amounts(of: "minimum").prefix(2) == [0, 0])
      row.expect(settled.amount(of: "minimum", in: 3), in: "shortfall")
    }
  }

  @Test func the_page_says_how_payments_are_carried_forward() throws {
    let rows = try ClausePage("MinimumCommitment").tables[1]
    var volumes: [Double] = []
    for row in rows { volumes += [try row.number("volume"), 0, 0] }
    let settled = try Bench(months: volumes.count, volumes: ["calls": volumes]).settle([
      "minimum": Self.calls([1_000], reckoning: Reckoning(every: .quarter), carryForward: 4)
    ])
    for (quarter, row) in zip(1..., rows) {
      row.expect(Double(quarter), in: "quarter")
      let month = 3 * quarter
      row.expect(settled.amount(of: "minimum: shortfall", in: month), in: "shortfall")
      row.expect(settled.amount(of: "minimum: carried forward", in: month), in: "carried forward")
      row.expect(settled.figures("expired")[month] ?? 0, in: "expired")
      row.expect(settled.figures("balance")[month] ?? 0, in: "balance")
    }
  }

  @Test func the_page_says_how_a_minimum_steps_up() throws {
    let rows = try ClausePage("MinimumCommitment").tables[2]
    let volumes = try rows.map { try $0.number("volume") }
    let settled = try Bench(months: volumes.count, volumes: ["calls": volumes]).settle([
      "minimum": Self.calls(stepUp: .init(growthShare: 0.5, cap: 130))
    ])
    for (month, row) in zip(1..., rows) {
      row.expect(Double(month), in: "month")
      row.expect(settled.figures("minimum")[month] ?? 0, in: "minimum")
      row.expect(settled.amount(of: "minimum", in: month), in: "shortfall")
    }
  }

  @Test func payments_are_lost_by_expiry_alone_and_balances_are_never_negative() async throws {
    await forEverySeed(20) { seed in
      var generator = SplitMix64(seed: seed)
      let months = 48
      let volumes = (0..<months).map { _ in Double.random(in: 0...200, using: &generator) }
      let settled = try Bench(months: months, volumes: ["calls": volumes]).settle([
        "minimum": Self.calls(
          price: 1.7, reckoning: Reckoning(every: seed % 2 == 0 ? .month : .quarter),
          carryForward: Int(seed % 5) + 1)
      ])
      let balances = settled.figures("balance")
      var held = 0.0
      for month in balances.keys.sorted() {
        held += settled.amount(of: "minimum", in: month) - (settled.figures("expired")[month] ?? 0)
        #expect(balances[month] ?? -1 >= 0)
        #expect(abs((balances[month] ?? -1) - held) < 1e-9)
      }
      #expect(!balances.isEmpty)
    }
  }

  @Test func without_carry_forward_only_shortfalls_matter() throws {
    let settled = try Bench(months: 3, volumes: ["calls": [90, 250, 99]])
      .settle(["minimum": Self.calls()])
    #expect(settled.amounts(of: "minimum") == [20, 0, 2])
    #expect(settled.contract.lines.map(\.title) == ["minimum: shortfall"])
  }

  @Test func each_period_has_its_own_minimum_and_the_last_one_holds_on() throws {
    let settled = try Bench(months: 4, volumes: ["calls": [0]])
      .settle(["minimum": Self.calls([10, 20, 40], reckoning: Reckoning(from: 2))])
    #expect(settled.amounts(of: "minimum") == [0, 20, 40, 80])
  }

  @Test func a_last_period_that_is_cut_short_is_settled_only_where_it_is_agreed() throws {
    for rest in Reckoning.Rest.allCases {
      let settled = try Bench(months: 5, volumes: ["calls": [10]]).settle([
        "minimum": Self.calls([90], price: 1, reckoning: Reckoning(every: .quarter, rest: rest))
      ])
      #expect(settled.amounts(of: "minimum") == [0, 0, 60, 0, rest == .proRata ? 40 : 0])
    }
  }

  @Test func defaults_that_are_known_lower_the_minimum() throws {
    let settled = try Bench(
      months: 7, volumes: ["calls": [0]], attainments: ["answered": [0.9, 0.7, 0.7, 0.9, 0.7, 0.7]]
    ).settle([
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "minimum": Self.calls(
        price: 1, reckoning: Reckoning(every: .quarter), relief: .init(level: "answer", share: 0.4)),
    ])
    #expect(settled.amounts(of: "minimum")[2] == 60)
    #expect(abs(settled.amounts(of: "minimum")[5] - 20) < 1e-12)
    let all = try Bench(months: 2, volumes: ["calls": [0]], attainments: ["answered": [0]]).settle([
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "minimum": Self.calls(relief: .init(level: "answer", share: 3)),
    ])
    #expect(all.amounts(of: "minimum") == [200, 0])
  }

  @Test func named_prices_alone_reach_a_minimum_of_theirs() throws {
    let settled = try Bench(months: 3).settle([
      "fee": .fixedFee(FixedFee(amount: 1_000)), "other": .fixedFee(FixedFee(amount: 10_000)),
      "minimum": Self.charges(of: ["fee"], 4_500),
    ])
    #expect(settled.amounts(of: "minimum") == [0, 0, 1_500])
  }

  @Test func the_price_of_a_missing_unit_and_of_a_set_off_follow_the_indexation() throws {
    let settled = try Bench(
      months: 3, volumes: ["calls": [90, 90, 200]], indices: ["cpi": [1, 1.5]]
    ).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 2, interval: 99)),
      "minimum": Self.calls(carryForward: 2, indexation: "cola"),
    ])
    #expect(settled.amounts(of: "minimum") == [20, 30, -50])
  }

  @Test(arguments: [
    (MinimumCommitment(measure: .volume(of: "nobody"), minimum: [1]), "service line"),
    (MinimumCommitment(measure: .charge(of: ["nobody"]), minimum: [1]), "price"),
    (
      MinimumCommitment(
        measure: .charge(of: nil), minimum: [1], relief: .init(level: "nobody", share: 1)),
      "service level"
    ),
  ])
  func a_name_that_nothing_bears_is_an_error(_ clause: MinimumCommitment, _ what: String) {
    #expect(
      throws: ResolutionError(
        option: "bid", clause: "minimum", reason: .unknown(what: what, name: "nobody"))
    ) {
      try Bench().resolved([.init("minimum", .minimumCommitment(clause))])
    }
  }
}
