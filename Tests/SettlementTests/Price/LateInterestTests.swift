import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct LateInterestTests {
  @Test func the_page_says_what_lateness_costs() throws {
    for row in try ClausePage("LateInterest").rows {
      let settled = try Bench().settle([
        "fee": .fixedFee(FixedFee(amount: try row.number("invoice"))),
        "late": .lateInterest(
          LateInterest(
            shareLate: try row.number("share late"), daysLate: try row.number("days late"),
            rate: 0.015)),
      ])
      row.expect(settled.amount(of: "late"), in: "interest")
    }
  }

  @Test func interest_is_owed_on_what_is_left_after_credits() throws {
    let settled = try Bench(attainments: ["answered": [0]]).settle([
      "fee": .fixedFee(FixedFee(amount: 1_000)),
      "answer": .serviceLevel(
        ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast)),
      "credit": .fixedCredit(FixedCredit(level: "answer", share: 0.5)),
      "late": .lateInterest(LateInterest(shareLate: 1, daysLate: 30, rate: 0.1)),
    ])
    #expect(settled.amount(of: "late") == 50)
  }

  @Test func a_provider_that_owes_is_owed_no_interest() throws {
    let settled = try Bench(volumes: ["calls": [0]], baseline: ["calls": [100]]).settle([
      "band": .volumeBand(VolumeBand(serviceLine: "calls", deadband: 0, arc: 1, rrc: 1)),
      "late": .lateInterest(LateInterest(shareLate: 1, daysLate: 30, rate: 0.1)),
    ])
    #expect(settled.amount(of: "late") == 0)
  }
}
