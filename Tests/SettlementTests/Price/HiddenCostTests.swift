import Contracts
import Futures
import Quantities
import Rows
import Settlement
import TestKit
import Testing

@Suite struct HiddenCostTests {
  @Test func the_page_says_what_a_hidden_cost_comes_to() async throws {
    for row in try ClausePage("HiddenCost").rows {
      let paid = try #require(HiddenCost.Payment(rawValue: try row.text("paid")))
      let probability = try row.number("probability")
      var hidden = HiddenCost(
        probability: 1, amount: try row.number("amount"), payment: paid,
        span: MonthSpan(from: 5, to: 12))
      let arisen = try Self.totals(of: .hiddenCost(hidden), seed: 1)
      hidden.probability = probability
      let clause = Clause.hiddenCost(hidden)
      let each = arisen.nominalCost[0]
      #expect(arisen.nominalCost.minimum() == arisen.nominalCost.maximum())
      if probability > 0 { row.expect(each, in: "cost where it arises") }
      row.expect(probability * each, in: "expected cost")
      await forEverySeed(5) { seed in
        let mean = try Self.totals(of: clause, seed: seed).nominalCost.sum() / Double(Lanes.count)
        let error = (probability * (1 - probability) / Double(Lanes.count)).squareRoot() * each
        #expect(abs(mean - probability * each) <= 5 * error)
      }
    }
  }

  private static func totals(of clause: Clause, seed: UInt64) throws -> Totals {
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let contract = try Contract(id: "bid", clauses: [.init("hidden", clause)])
      .resolved(in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
    return Sampled.totals(of: contract, at: Draws(seed: seed))
  }

  @Test func it_never_arises_on_the_expected_path() throws {
    for probability in [0, 0.5, 1] {
      let settled = try Bench().settle([
        "hidden": .hiddenCost(HiddenCost(probability: probability, amount: 9))
      ])
      #expect(settled.cost == 0)
    }
  }

  @Test func it_is_the_buyers_own_and_no_charge() throws {
    let resolved = try Bench().resolved([
      .init("hidden", .hiddenCost(HiddenCost(probability: 0.5, amount: 9)))
    ])
    #expect(resolved.lines.map(\.kind) == [.own])
    #expect(resolved.uniforms == ["hidden/bid/hidden"])
    #expect(resolved.meanBaselineCharge == 0)
  }

  @Test func it_follows_its_indexation() throws {
    let clauses: [Contract.Named] = [
      .init("rise", .escalator(Escalator(rate: 1, firstMonth: 2, interval: 99))),
      .init(
        "hidden",
        .hiddenCost(
          HiddenCost(probability: 1, amount: 9, span: MonthSpan(to: 2), indexation: "rise"))),
    ]
    let month = try #require(CalendarMonth(year: 2027, month: 4))
    let contract = try Contract(id: "bid", clauses: clauses)
      .resolved(in: Sampled.event(in: month), metrics: Sampled.metrics.map(\.id))
    let ledger = Sampled.ledger(of: contract, seed: 1, future: 3)
    #expect(ledger.entries.map(\.amount) == [9, 18])
    expectWorkings(of: ledger, in: contract)
  }
}
