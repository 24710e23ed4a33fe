import Contracts
import Settlement
import TestKit
import Testing

@Suite struct IndexationTests {
  @Test func the_page_says_how_prices_follow_an_index() throws {
    for row in try ClausePage("Indexation").rows {
      let levels = [try row.number("index 13"), try row.number("index 25")]
      let settled = try Self.settled(
        try Self.clause(of: row), price: try row.number("base price"),
        levels: Array(repeating: 1, count: 12) + Array(repeating: levels[0], count: 12)
          + [levels[1]])
      #expect(settled.amount(of: "fee", in: 12) == (try row.number("base price")))
      row.expect(settled.amount(of: "fee", in: 13), in: "price 13")
      row.expect(settled.amount(of: "fee", in: 24), in: "price 13")
      row.expect(settled.amount(of: "fee", in: 25), in: "price 25")
    }
  }

  @Test func the_page_says_how_an_index_is_read_late() throws {
    for row in try ClausePage("Indexation").tables[1] {
      let start = try row.number("start level")
      let levels = Array(repeating: start, count: 5) + [try row.number("index 9")]
      let clause = Indexation(
        following: .index("cpi"), lag: Int(try row.number("lag")),
        over: row.says("over") ? Int(try row.number("over")) : nil)
      let settled = try Bench(months: 13, indices: ["cpi": levels], startLevels: ["cpi": start])
        .settle([
          "cola": .indexation(clause),
          "fee": .fixedFee(FixedFee(amount: try row.number("base price"), indexation: "cola")),
        ])
      row.expect(settled.amount(of: "fee", in: 13), in: "price 13")
    }
  }

  @Test func the_page_says_how_several_indices_are_followed() throws {
    for row in try ClausePage("Indexation").tables[2] {
      let followed: Indexation.Followed
      if try row.text("follows") == "blend" {
        let weight = try row.number("weight of wages")
        followed = .blend([.init("wages", weight: weight), .init("cpi", weight: 1 - weight)])
      } else {
        let rate = row.says("rate") ? [Indexation.Move.rate(try row.number("rate"))] : []
        followed = .lesser([.index("wages"), .index("cpi")] + rate)
      }
      let clause = Indexation(
        following: followed, plus: row.says("plus") ? try row.number("plus") : 0,
        cap: row.says("cap") ? try row.number("cap") : nil)
      let still = Array(repeating: 1.0, count: 12)
      let settled = try Bench(
        months: 13,
        indices: [
          "wages": still + [1 + (try row.number("wages"))],
          "cpi": still + [1 + (try row.number("cpi"))],
        ]
      ).settle([
        "cola": .indexation(clause),
        "fee": .fixedFee(FixedFee(amount: 100_000, indexation: "cola")),
      ])
      row.expect(settled.amount(of: "fee", in: 13), in: "price 13")
    }
  }

  @Test func a_lag_moves_the_whole_index_by_its_months() throws {
    let levels = [1.1, 1.2, 1.4, 1.5, 1.9]
    let late = Indexation(following: .index("cpi"), lag: 2, firstMonth: 2, interval: 1)
    let settled = try Bench(months: 5, indices: ["cpi": levels]).settle([
      "cola": .indexation(late), "fee": .fixedFee(FixedFee(amount: 100, indexation: "cola")),
    ])
    for (amount, level) in zip(settled.amounts(of: "fee"), [1, 1, 1.1, 1.2, 1.4]) {
      #expect(abs(amount - 100 * level) < 1e-12)
    }
  }

  @Test func a_fixed_rate_among_the_least_is_a_cap() throws {
    let levels = [1, 1.02, 1.3, 1.2, 1.6]
    let capped = try Self.settled(Self.monthly(cap: 0.05), levels: levels)
    let least = try Self.settled(
      Indexation(
        following: .lesser([.index("cpi"), .rate(0.05)]), firstMonth: 2, interval: 1),
      levels: levels)
    #expect(capped.amounts(of: "fee") == least.amounts(of: "fee"))
  }

  @Test func a_ledger_says_from_which_months_an_index_has_moved() throws {
    let clause = Indexation(
      following: .index("cpi"), lag: 1, over: 2, cap: 0.1, firstMonth: 4, interval: 1)
    let settled = try Self.settled(clause, levels: [1.25, 1.5, 2, 3])
    let factor = settled.ledger.months[3].factors[0]
    #expect(factor.adjustedIn == 4 && factor.adjustedFrom == 1.25 && factor.adjustedTo == 2)
    #expect(factor.base == 1 && factor.index == 3 && factor.isLimited)
    #expect(abs(factor.move - 0.6) < 1e-15)
  }

  private static func clause(of row: ExampleRow) throws -> Indexation {
    Indexation(
      index: "cpi", share: try row.number("share"),
      cap: row.says("cap") ? try row.number("cap") : nil,
      floor: row.says("floor") ? try row.number("floor") : nil,
      basis: try #require(Indexation.Basis(rawValue: try row.text("basis"))),
      limited: try #require(Indexation.Limited(rawValue: try row.text("limits"))))
  }

  private static func settled(
    _ clause: Indexation, price: Double = 100, levels: [Double]
  ) throws -> Settled {
    try Bench(months: levels.count, indices: ["cpi": levels]).settle([
      "cola": .indexation(clause), "fee": .fixedFee(FixedFee(amount: price, indexation: "cola")),
    ])
  }

  private static func monthly(
    share: Double = 1, cap: Double? = nil, floor: Double? = nil,
    basis: Indexation.Basis = .cumulative, limits: Indexation.Limited = .index
  ) -> Indexation {
    Indexation(
      index: "cpi", share: share, cap: cap, floor: floor, basis: basis, limited: limits,
      firstMonth: 2, interval: 1)
  }

  @Test func the_base_is_the_level_of_month_1() throws {
    let settled = try Self.settled(Self.monthly(), levels: [1.5, 3])
    #expect(settled.amounts(of: "fee") == [100, 200])
  }

  @Test func between_adjustments_prices_stay() throws {
    let clause = Indexation(index: "cpi", firstMonth: 3, interval: 2)
    let settled = try Self.settled(clause, levels: [1, 1.25, 1.5, 1.75, 2, 4])
    #expect(settled.amounts(of: "fee") == [100, 100, 150, 150, 200, 200])
  }

  @Test func prices_follow_an_index_down_where_there_is_no_floor() throws {
    let settled = try Self.settled(Self.monthly(share: 0.5), levels: [1, 0.5])
    #expect(settled.amounts(of: "fee") == [100, 75])
  }

  @Test func a_floor_binds_and_what_it_cuts_off_is_lost() throws {
    let settled = try Self.settled(Self.monthly(floor: 0), levels: [1, 0.5, 1])
    #expect(settled.amounts(of: "fee") == [100, 100, 200])
  }

  @Test func a_move_exactly_at_the_cap_is_whole() throws {
    let settled = try Self.settled(Self.monthly(cap: 0.25), levels: [1, 1.25, 1.5625])
    #expect(settled.amounts(of: "fee") == [100, 125, 156.25])
  }

  @Test func a_cap_limits_each_adjustment_and_not_their_product() throws {
    let settled = try Self.settled(Self.monthly(cap: 0.25), levels: [1, 1.5, 3])
    #expect(settled.amounts(of: "fee") == [100, 125, 156.25])
  }

  @Test func a_price_cap_on_a_cumulative_basis_is_caught_up() throws {
    let settled = try Self.settled(
      Self.monthly(cap: 0.25, limits: .price), levels: [1, 1.5, 1.5, 1.5])
    #expect(settled.amounts(of: "fee") == [100, 125, 150, 150])
  }

  @Test func a_price_floor_holds_prices_until_the_index_is_back() throws {
    let settled = try Self.settled(
      Self.monthly(floor: 0, limits: .price), levels: [1, 0.5, 1, 1.5])
    #expect(settled.amounts(of: "fee") == [100, 100, 100, 150])
  }

  @Test func with_a_whole_share_and_no_limits_both_bases_are_the_index() throws {
    let levels = [1, 1.25, 2, 0.5, 1]
    for basis in [Indexation.Basis.cumulative, .eachStep] {
      let settled = try Self.settled(Self.monthly(basis: basis), levels: levels)
      for (amount, level) in zip(settled.amounts(of: "fee"), levels) {
        #expect(abs(amount - 100 * level) < 1e-12)
      }
    }
  }

  @Test func a_share_of_zero_never_moves() throws {
    for basis in Indexation.Basis.allCases {
      let settled = try Self.settled(Self.monthly(share: 0, basis: basis), levels: [1, 7, 0.1])
      #expect(settled.amounts(of: "fee") == [100, 100, 100])
    }
  }

  @Test func two_indexations_of_one_contract_do_not_mix() throws {
    let settled = try Bench(months: 2, indices: ["cpi": [1, 2], "wages": [1, 3]]).settle([
      "prices": .indexation(Indexation(index: "cpi", firstMonth: 2)),
      "pay": .indexation(Indexation(index: "wages", firstMonth: 2)),
      "goods": .fixedFee(FixedFee(amount: 10, indexation: "prices")),
      "labour": .fixedFee(FixedFee(amount: 10, indexation: "pay")),
    ])
    #expect(settled.amounts(of: "goods") == [10, 20])
    #expect(settled.amounts(of: "labour") == [10, 30])
  }

  @Test func an_adjustment_in_the_last_month_counts() throws {
    let settled = try Self.settled(
      Indexation(index: "cpi"), levels: Array(repeating: 1, count: 12) + [1.5])
    #expect(settled.amount(of: "fee", in: 13) == 150)
    #expect(settled.nominal == 1_350)
  }
}
