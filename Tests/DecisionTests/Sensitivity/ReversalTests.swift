import Testing

@testable import Decision

@Suite struct ReversalTests {
  /// The reversals by a method of values, of which the highest is best.
  private func reversals(_ count: Int, _ values: ([Int]) -> [Double]) -> [RankReversal] {
    RankReversal.all(of: .topsis, count: count, values: values)
  }

  @Test func a_method_that_judges_each_by_itself_reverses_nothing() {
    #expect(reversals(4) { $0.map { [3.0, 1, 4, 1][$0] } }.isEmpty)
  }

  @Test func a_third_bid_that_changes_the_first_place_is_named() {
    // Bid 0 wins as long as bid 2 is there.
    let found = reversals(3) { bids in
      bids.map { $0 == 0 ? (bids.contains(2) ? 2 : 0) : $0 == 1 ? 1 : -1 }
    }
    #expect(
      found == [
        RankReversal(method: .topsis, change: .dropped, bid: 2, before: 0, after: 1)
      ])
  }

  @Test func a_second_copy_that_changes_the_first_place_is_named() {
    // Bids share what they have with copies of themselves.
    let found = reversals(2) { bids in
      bids.map { bid in [3.0, 2][bid] / Double(bids.count { $0 == bid }) }
    }
    #expect(
      found == [
        RankReversal(method: .topsis, change: .cloned, bid: 0, before: 0, after: 1)
      ])
  }

  @Test func rounding_and_ties_reverse_nothing() {
    #expect(reversals(2) { bids in bids.map { _ in Double(bids.count) } }.isEmpty)
    #expect(
      reversals(3) { bids in
        bids.enumerated().map { 1 + Double($0.offset) * 1e-15 }
      }.isEmpty)
  }

  @Test func a_single_bid_has_nobody_to_give_way_to() {
    #expect(reversals(1) { $0.map { _ in 1 } }.isEmpty)
  }

  // Vector normalisation weighs a criterion by how it is spread over all bids: a third that spreads
  // one criterion takes weight from it. Found by an independent script.
  @Test func topsis_can_reverse() {
    let rows = [[6.0, 8], [9, 5], [2, 9]]
    let found = reversals(3) { bids in
      DecisionMatrix(
        values: bids.map { rows[$0] }, weights: [1, 1], prefersLess: [false, false]
      ).topsis()
    }
    #expect(
      found.contains(
        RankReversal(method: .topsis, change: .dropped, bid: 2, before: 1, after: 0)))
  }
}
