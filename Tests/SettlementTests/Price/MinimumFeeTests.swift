import Contracts
import Quantities
import Settlement
import TestKit
import Testing

@Suite struct MinimumFeeTests {
  @Test func the_page_says_what_tops_a_charge_up() throws {
    for row in try ClausePage("MinimumFee").rows {
      let settled = try Bench(volumes: ["calls": [try row.number("volume")]]).settle([
        "unit": .unitPrice(UnitPrice(serviceLine: "calls", price: try row.number("price"))),
        "least": .minimumFee(MinimumFee(amount: try row.number("minimum"))),
      ])
      row.expect(settled.amount(of: "least"), in: "top-up")
      row.expect(settled.cost, in: "charge")
    }
  }

  private static let prices: [Contract.Named] = [
    .init("a", .fixedFee(FixedFee(amount: 60))), .init("b", .fixedFee(FixedFee(amount: 30))),
  ]

  @Test func only_the_named_prices_count() throws {
    let settled = try Bench().settle(
      Self.prices + [
        .init("all", .minimumFee(MinimumFee(amount: 100))),
        .init("one", .minimumFee(MinimumFee(amount: 100, of: ["b"]))),
        .init("both", .minimumFee(MinimumFee(amount: 100, of: ["a", "b"]))),
      ])
    #expect(settled.amount(of: "all") == 10)
    #expect(settled.amount(of: "one") == 70)
    #expect(settled.amount(of: "both") == 10)
  }

  @Test func volume_bands_count_and_one_off_fees_do_not() throws {
    let settled = try Bench(volumes: ["calls": [80]], baseline: ["calls": [100]]).settle(
      Self.prices + [
        .init("setup", .oneOffFee(OneOffFee(amount: 1_000, month: 1))),
        .init(
          "band",
          .volumeBand(VolumeBand(serviceLine: "calls", deadband: 0, arc: 1, rrc: 0.5))),
        .init("least", .minimumFee(MinimumFee(amount: 100))),
      ])
    #expect(settled.amount(of: "least") == 20)
  }

  @Test func the_minimum_follows_the_indexation_within_its_span() throws {
    let settled = try Bench(months: 4, indices: ["cpi": [1, 1, 1.5]]).settle(
      Self.prices + [
        .init("cola", .indexation(Indexation(index: "cpi", firstMonth: 3, interval: 1))),
        .init(
          "least",
          .minimumFee(
            MinimumFee(amount: 100, span: MonthSpan(from: 2, to: 3), indexation: "cola"))),
      ])
    #expect(settled.amounts(of: "least") == [0, 10, 60, 0])
  }

  @Test func a_contribution_of_the_provider_is_made_up_for() throws {
    let settled = try Bench().settle([
      "share": .fixedFee(FixedFee(amount: -50)),
      "least": .minimumFee(MinimumFee(amount: 10)),
    ])
    #expect(settled.cost == 10)
  }

  @Test func what_is_topped_up_is_a_base_of_credits() throws {
    let settled = try Bench(attainments: ["answered": [0]]).settle(
      Self.prices + [
        .init("least", .minimumFee(MinimumFee(amount: 200))),
        .init(
          "answer",
          .serviceLevel(ServiceLevel(metric: "answered", target: 0.8, comparison: .atLeast))),
        .init("credit", .fixedCredit(FixedCredit(level: "answer", share: 0.1))),
      ])
    #expect(settled.amount(of: "credit") == -20)
  }
}
