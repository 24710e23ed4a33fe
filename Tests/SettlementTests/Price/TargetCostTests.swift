import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct TargetCostTests {
  private static func clause(
    ceiling: Double? = 120_000, settled: Period = .month, span: MonthSpan = MonthSpan()
  ) -> Clause {
    .targetCost(
      TargetCost(
        serviceLine: "cost", targetCost: 100_000, targetProfit: 8_000, shareOver: 0.4,
        shareUnder: 0.5, ceiling: ceiling, settled: settled, span: span))
  }

  @Test func the_page_says_how_cost_over_and_under_the_target_is_shared() throws {
    for row in try ClausePage("TargetCost").rows {
      let cost = try row.number("cost")
      let price = try Bench(volumes: ["cost": [cost]]).settle(["price": Self.clause()])
        .amount(of: "price")
      row.expect(price, in: "price")
      row.expect(price - cost, in: "profit")
    }
  }

  @Test func the_page_says_what_a_quarter_is_billed_and_settled_for() throws {
    let rows = try #require(try ClausePage("TargetCost").tables.last)
    let costs = try rows.map { row in try row.number("cost") }
    let settled = try Bench(months: rows.count, volumes: ["cost": costs])
      .settle(["price": Self.clause(settled: .quarter)])
    for row in rows {
      row.expect(settled.amount(of: "price", in: Int(try row.number("month"))), in: "charge")
    }
  }

  @Test func without_a_ceiling_the_buyer_bears_its_share_of_everything() throws {
    let settled = try Bench(volumes: ["cost": [140_000]])
      .settle(["price": Self.clause(ceiling: nil)])
    #expect(settled.amount(of: "price") == 132_000)
  }

  @Test func a_year_that_costs_its_target_is_not_corrected() throws {
    let settled = try Bench(months: 24, volumes: ["cost": [100_000]])
      .settle(["price": Self.clause(settled: .year)])
    #expect(settled.amounts(of: "price") == Array(repeating: 108_000, count: 24))
  }

  @Test func each_period_forgets_the_one_before() throws {
    let costs: [Double] = [130_000, 130_000, 130_000, 100_000, 100_000, 100_000]
    let settled = try Bench(months: 6, volumes: ["cost": costs])
      .settle(["price": Self.clause(settled: .quarter)])
    #expect(
      settled.amounts(of: "price") == [108_000, 108_000, 144_000, 108_000, 108_000, 108_000])
  }

  @Test func a_period_that_the_span_cuts_short_is_settled_by_its_months() throws {
    let settled = try Bench(months: 5, volumes: ["cost": [90_000]])
      .settle(["price": Self.clause(settled: .quarter, span: MonthSpan(from: 2, to: 3))])
    #expect(settled.amounts(of: "price") == [0, 108_000, 98_000, 0, 0])
  }
}
