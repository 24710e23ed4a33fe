import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct FixedFeeTests {
  @Test func the_page_says_what_a_fee_of_a_span_charges() throws {
    let rows = try ClausePage("FixedFee").rows
    let index = try rows.map { row in try row.number("index") }
    let settled = try Bench(months: rows.count, indices: ["cpi": index]).settle([
      "cola": .indexation(Indexation(index: "cpi", firstMonth: 3, interval: 1)),
      "fee": .fixedFee(
        FixedFee(amount: 293_693.50, span: MonthSpan(from: 2, to: 4), indexation: "cola")),
    ])
    for row in rows {
      row.expect(settled.amount(of: "fee", in: Int(try row.number("month"))), in: "charge")
    }
  }

  @Test func a_fee_does_not_depend_on_volume() throws {
    let settled = try Bench(months: 2, volumes: ["calls": [0, 1e6]]).settle([
      "fee": .fixedFee(FixedFee(amount: 37_000))
    ])
    #expect(settled.amounts(of: "fee") == [37_000, 37_000])
    #expect(settled.cost == 74_000)
  }

  @Test func a_span_includes_its_first_and_its_last_month() throws {
    let settled = try Bench(months: 4).settle([
      "early": .fixedFee(FixedFee(amount: 1, span: MonthSpan(to: 1))),
      "late": .fixedFee(FixedFee(amount: 2, span: MonthSpan(from: 4))),
    ])
    #expect(settled.amounts(of: "early") == [1, 0, 0, 0])
    #expect(settled.amounts(of: "late") == [0, 0, 0, 2])
  }

  @Test func a_span_that_begins_after_the_horizon_charges_nothing() throws {
    let settled = try Bench(months: 2).settle([
      "fee": .fixedFee(FixedFee(amount: 5, span: MonthSpan(from: 3)))
    ])
    #expect(settled.cost == 0)
    #expect(settled.ledger.entries.isEmpty)
  }

  @Test func a_fee_that_names_no_indexation_never_moves() throws {
    let settled = try Bench(months: 13, indices: ["cpi": [1, 2]]).settle([
      "cola": .indexation(Indexation(index: "cpi")),
      "fee": .fixedFee(FixedFee(amount: 100)),
      "indexed": .fixedFee(FixedFee(amount: 100, indexation: "cola")),
    ])
    #expect(settled.amount(of: "fee", in: 13) == 100)
    #expect(settled.amount(of: "indexed", in: 12) == 100)
    #expect(settled.amount(of: "indexed", in: 13) == 200)
  }
}
