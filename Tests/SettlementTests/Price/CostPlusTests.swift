import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct CostPlusTests {
  @Test func the_page_says_what_is_paid_for_an_actual_cost() throws {
    for row in try ClausePage("CostPlus").rows {
      let settled = try Bench(volumes: ["cost": [try row.number("cost")]]).settle([
        "price": .costPlus(
          CostPlus(
            serviceLine: "cost", markup: try row.number("markup"), fee: try row.number("fee")))
      ])
      row.expect(settled.amount(of: "price"), in: "amount")
    }
  }

  @Test func a_pass_through_is_paid_and_is_no_base_of_credits() throws {
    let settled = try Bench(volumes: ["cost": [5_000]], attainments: ["answered": [0]]).settle([
      "fee": .fixedFee(FixedFee(amount: 1_000)),
      "passed": .costPlus(CostPlus(serviceLine: "cost", isInCharge: false)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.1)),
    ])
    #expect(settled.amount(of: "passed") == 5_000)
    #expect(settled.amount(of: "credit") == -100)
    #expect(settled.cost == 6_000)
    #expect(settled.contract.lines.map(\.kind).contains(.passThrough))
  }

  @Test func the_fee_alone_follows_the_indexation() throws {
    let settled = try Bench(
      months: 3, volumes: ["cost": [100]], indices: ["cpi": [1, 1.5]]
    ).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 2, interval: 99)),
      "price": .costPlus(
        CostPlus(
          serviceLine: "cost", markup: 0.5, fee: 10, span: MonthSpan(to: 2), indexation: "cola")),
    ])
    #expect(settled.amounts(of: "price") == [160, 165, 0])
  }
}
