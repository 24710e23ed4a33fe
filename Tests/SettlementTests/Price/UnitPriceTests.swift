import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct UnitPriceTests {
  @Test func the_page_says_what_units_cost() throws {
    for row in try ClausePage("UnitPrice").rows {
      let settled = try Bench(
        months: 2, volumes: ["calls": [try row.number("volume")]],
        indices: ["cpi": [1, try row.number("factor")]]
      ).settle([
        "cola": .indexation(Indexation(index: "cpi", firstMonth: 2)),
        "price": .unitPrice(
          UnitPrice(serviceLine: "calls", price: try row.number("price"), indexation: "cola")),
      ])
      row.expect(settled.amount(of: "price", in: 2), in: "charge")
    }
  }

  @Test func no_volume_costs_nothing() throws {
    let settled = try Bench(volumes: ["calls": [0]]).settle([
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 3))
    ])
    #expect(settled.amounts(of: "price") == [0])
  }

  @Test func a_price_reads_its_own_service_line() throws {
    let settled = try Bench(volumes: ["calls": [10], "chats": [7], "mails": [5]]).settle([
      "chat": .unitPrice(UnitPrice(serviceLine: "chats", price: 2)),
      "mail": .unitPrice(UnitPrice(serviceLine: "mails", price: 4)),
    ])
    #expect(settled.amount(of: "chat") == 14)
    #expect(settled.amount(of: "mail") == 20)
  }

  @Test func two_spans_share_a_line_and_a_month_belongs_to_one() throws {
    let settled = try Bench(months: 3, volumes: ["calls": [1, 2, 3]]).settle([
      "ramp": .unitPrice(UnitPrice(serviceLine: "calls", price: 10, span: MonthSpan(to: 2))),
      "steady": .unitPrice(UnitPrice(serviceLine: "calls", price: 6, span: MonthSpan(from: 3))),
    ])
    #expect(settled.amounts(of: "ramp") == [10, 20, 0])
    #expect(settled.amounts(of: "steady") == [0, 0, 18])
  }

  @Test func fractions_of_a_unit_are_charged() throws {
    let settled = try Bench(volumes: ["calls": [0.5]]).settle([
      "price": .unitPrice(UnitPrice(serviceLine: "calls", price: 3))
    ])
    #expect(settled.amount(of: "price") == 1.5)
  }
}
