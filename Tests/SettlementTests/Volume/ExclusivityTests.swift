import Contracts
import Settlement
import TestKit
import Testing

@Suite struct ExclusivityTests {
  @Test func the_page_says_what_leaving_the_bundle_costs() throws {
    for row in try ClausePage("Exclusivity").rows {
      let first = Int(try row.number("month"))
      let settled = try Bench(months: 60).settle([
        "fee": .fixedFee(FixedFee(amount: 100_000)),
        "bundle": .exclusivity(
          Exclusivity(
            share: try row.number("share"), firstMonth: first, price: try row.number("price"),
            fee: try row.number("fee rate"))),
      ])
      for line in ["taken elsewhere", "bought elsewhere", "fee"] {
        let amounts = settled.amounts(of: "bundle: \(line)")
        #expect(amounts.prefix(first - 1).allSatisfy { $0 == 0 })
        row.expect(amounts[first - 1], in: line)
      }
    }
  }

  private static func bundle(
    of prices: [String]? = nil, from first: Int = 3, months: Int = 12
  ) -> Clause {
    .exclusivity(
      Exclusivity(of: prices, share: 0.5, firstMonth: first, price: 0.8, fee: 1, months: months))
  }

  @Test func the_fee_falls_due_once_and_the_part_stays_elsewhere() throws {
    let settled = try Bench(months: 4).settle([
      "fee": .fixedFee(FixedFee(amount: 10)), "bundle": Self.bundle(),
    ])
    #expect(settled.amounts(of: "bundle: taken elsewhere") == [0, 0, -5, -5])
    #expect(settled.amounts(of: "bundle: bought elsewhere") == [0, 0, 4, 4])
    #expect(settled.amounts(of: "bundle: fee") == [0, 0, 10, 0])
  }

  @Test func the_last_month_is_still_a_month_left() throws {
    let settled = try Bench(months: 4).settle([
      "fee": .fixedFee(FixedFee(amount: 10)), "bundle": Self.bundle(from: 4),
    ])
    #expect(settled.amounts(of: "bundle: fee") == [0, 0, 0, 5])
  }

  @Test func the_mean_is_one_of_the_months_just_before() throws {
    let settled = try Bench(months: 4, volumes: ["calls": [10, 20, 40, 80]]).settle([
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 1)),
      "bundle": Self.bundle(from: 4, months: 2),
    ])
    #expect(settled.amount(of: "bundle: fee", in: 4) == 15)
    #expect(settled.amount(of: "bundle: taken elsewhere", in: 4) == -40)
  }

  @Test func zero_volume_owes_no_fee() throws {
    let settled = try Bench(months: 3, volumes: ["calls": [0]]).settle([
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 1)), "bundle": Self.bundle(),
    ])
    #expect(settled.amounts(of: "bundle: fee") == [0, 0, 0])
  }

  @Test func prices_outside_the_bundle_stay() throws {
    let settled = try Bench(months: 3).settle([
      "fee": .fixedFee(FixedFee(amount: 10)), "other": .fixedFee(FixedFee(amount: 100)),
      "bundle": Self.bundle(of: ["fee"]),
    ])
    #expect(settled.amount(of: "bundle: taken elsewhere", in: 3) == -5)
  }

  @Test func a_minimum_bites_on_what_is_left() throws {
    let settled = try Bench(months: 3).settle([
      "fee": .fixedFee(FixedFee(amount: 10)), "bundle": Self.bundle(),
      "least": .minimumCommitment(MinimumCommitment(measure: .charge(of: nil), minimum: [9])),
    ])
    #expect(settled.amounts(of: "least") == [0, 0, 4])
  }

  @Test func after_the_exit_nothing_is_owed() throws {
    var leaving = Leaving(in: 1, months: 3)
    leaving.clauses["bundle"] = Self.bundle(from: 2)
    let settled = try leaving.settle()
    for line in ["taken elsewhere", "bought elsewhere", "fee"] {
      #expect(settled.amounts(of: "bundle: \(line)") == [0, 0, 0])
    }
  }
}
