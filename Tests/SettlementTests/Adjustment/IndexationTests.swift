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
    for basis in Indexation.Basis.allCases {
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
