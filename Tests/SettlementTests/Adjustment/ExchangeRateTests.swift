import Contracts
import TestKit
import Testing

@testable import Settlement

@Suite struct ExchangeRateTests {
  @Test func the_page_says_what_a_move_of_the_rate_costs() throws {
    for row in try ClausePage("ExchangeRate").rows {
      let month = Int(try row.number("month"))
      let start = try row.number("before month 1")
      let quote = try #require(ExchangeRate.Quote(rawValue: try row.text("quoted")))
      let levels = (1..<month).map { _ in start } + [try row.number("level")]
      let settled = try Bench(
        months: month, indices: ["usd": levels], startLevels: ["usd": start]
      ).settle([
        "dollars": .exchangeRate(ExchangeRate(index: "usd", quote: quote)),
        "fee": .fixedFee(FixedFee(amount: 92_000, indexation: "dollars")),
      ])
      row.expect(settled.amount(of: "fee", in: month), in: "fee")
      row.expect(settled.figure("exchange", of: "dollars", in: month), in: "factor")
    }
  }

  @Test func it_moves_from_the_level_before_month_1_on() throws {
    let settled = try Bench(months: 3, indices: ["usd": [2, 2, 4]]).settle([
      "dollars": .exchangeRate(ExchangeRate(index: "usd")),
      "fee": .fixedFee(FixedFee(amount: 1, indexation: "dollars")),
    ])
    #expect(settled.amounts(of: "fee") == [2, 2, 4])
  }

  @Test func it_multiplies_the_indexation_of_the_price_also_an_escalator() throws {
    let settled = try Bench(months: 3, indices: ["cpi": [1, 1.5, 1.5], "usd": [1, 1, 4]]).settle([
      "pay in dollars": .exchangeRate(ExchangeRate(index: "usd", on: "pay")),
      "rise in dollars": .exchangeRate(ExchangeRate(index: "usd", quote: .indirect, on: "rise")),
      "rise": .escalator(Escalator(rate: 1, firstMonth: 2, interval: 99)),
      "pay": .indexation(Indexation(index: "cpi", firstMonth: 2, interval: 1)),
      "fee": .fixedFee(FixedFee(amount: 1, indexation: "pay in dollars")),
      "other": .fixedFee(FixedFee(amount: 1, indexation: "rise in dollars")),
    ])
    #expect(settled.amounts(of: "fee") == [1, 1.5, 6])
    #expect(settled.amounts(of: "other") == [1, 2, 0.5])
  }

  @Test func the_charge_before_indexation_is_at_the_dated_rate() throws {
    let resolved = try Bench(
      months: 2, indices: ["usd": [3, 5]], startLevels: ["usd": 1.3]
    ).resolved([
      .init("dollars", .exchangeRate(ExchangeRate(index: "usd"))),
      .init("fee", .fixedFee(FixedFee(amount: 10, indexation: "dollars"))),
    ])
    #expect(resolved.meanBaselineCharge == 10)
    #expect(resolved.isIndexed)
  }

  @Test func an_index_that_is_not_there_is_an_error() {
    #expect(
      throws: ResolutionError(
        option: "bid", clause: "dollars", reason: .unknown(what: "index", name: "usd"))
    ) {
      try Bench().resolved([.init("dollars", .exchangeRate(ExchangeRate(index: "usd")))])
    }
  }
}
