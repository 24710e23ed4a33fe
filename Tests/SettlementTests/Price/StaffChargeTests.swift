import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct StaffChargeTests {
  @Test func the_page_says_what_staff_costs_less_vacancies() throws {
    for row in try ClausePage("StaffCharge").rows {
      let staff = try row.number("staff")
      let (rate, vacancy) = (try row.number("rate"), try row.number("vacancy"))
      let settled = try Bench(volumes: ["posts": [staff]]).settle([
        "stated": .staffCharge(StaffCharge(.stated([staff]), rate: rate, vacancy: vacancy)),
        "driven": .staffCharge(StaffCharge(.volume(of: "posts"), rate: rate, vacancy: vacancy)),
      ])
      row.expect(settled.amount(of: "stated"), in: "charge")
      row.expect(settled.amount(of: "driven"), in: "charge")
    }
  }

  @Test func the_last_month_of_a_stated_headcount_holds_on() throws {
    let settled = try Bench(months: 4).settle([
      "staff": .staffCharge(StaffCharge(.stated([3, 2]), rate: 100))
    ])
    #expect(settled.amounts(of: "staff") == [300, 200, 200, 200])
  }

  @Test func the_rate_follows_the_indexation_within_its_span() throws {
    let settled = try Bench(months: 4, indices: ["wages": [1, 1, 1.25]]).settle([
      "pay": .indexation(Indexation(index: "wages", firstMonth: 3, interval: 1)),
      "staff": .staffCharge(
        StaffCharge(.stated([2]), rate: 100, span: MonthSpan(from: 2, to: 3), indexation: "pay")),
    ])
    #expect(settled.amounts(of: "staff") == [0, 200, 250, 0])
  }
}
