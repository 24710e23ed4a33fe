import Contracts
import Settlement
import TestKit
import Testing

@Suite struct EscalatorTests {
  @Test func the_page_says_how_prices_rise_and_decline() throws {
    for row in try ClausePage("Escalator").rows {
      let base = try row.number("base price")
      let escalator = Escalator(
        rate: try row.number("rate"), firstMonth: Int(try row.number("first")),
        interval: Int(try row.number("every")))
      let settled = try Bench(months: 73).settle([
        "steps": .escalator(escalator),
        "fee": .fixedFee(FixedFee(amount: base, indexation: "steps")),
      ])
      for month in [12, 60, 61, 73] {
        row.expect(settled.amount(of: "fee", in: month), in: "price \(month)")
      }
    }
  }

  @Test func the_page_says_how_an_escalator_stands_on_an_indexation() throws {
    let rows = try #require(try ClausePage("Escalator").tables.last)
    let index = Array(repeating: 1.0, count: 12) + [try rows[1].number("index")]
    let settled = try Bench(months: 13, indices: ["cpi": index]).settle([
      "steps": .escalator(Escalator(rate: -0.02, on: "cola")),
      "cola": .indexation(Indexation(index: "cpi")),
      "fee": .fixedFee(FixedFee(amount: 100, indexation: "steps")),
    ])
    for row in rows {
      let month = Int(try row.number("month"))
      row.expect(settled.amount(of: "fee", in: month), in: "price")
      row.expect(settled.ledger.months[month - 1].factors[0].value, in: "indexation")
    }
  }

  @Test func it_steps_in_the_last_month_and_not_between() throws {
    let settled = try Bench(months: 7).settle([
      "steps": .escalator(Escalator(rate: 1, firstMonth: 3, interval: 4)),
      "fee": .fixedFee(FixedFee(amount: 1, indexation: "steps")),
    ])
    #expect(settled.amounts(of: "fee") == [1, 1, 2, 2, 2, 2, 4])
  }

  @Test func the_index_moves_on_between_steps() throws {
    let settled = try Bench(months: 4, indices: ["cpi": [1, 2, 3, 4]]).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 2, interval: 1)),
      "steps": .escalator(Escalator(rate: 1, firstMonth: 3, interval: 99, on: "cola")),
      "plain": .fixedFee(FixedFee(amount: 1, indexation: "cola")),
      "fee": .fixedFee(FixedFee(amount: 1, indexation: "steps")),
    ])
    #expect(settled.amounts(of: "plain") == [1, 2, 3, 4])
    #expect(settled.amounts(of: "fee") == [1, 2, 6, 8])
  }
}
