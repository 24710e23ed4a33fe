import Contracts
import TestKit
import Testing

@testable import Decision

/// Why a bid is first, and the smallest changes that turn that, beside what they are by hand.
@Suite struct WhyFirstTests {
  private static let criteria = [
    Criterion(measure: .cost, weight: 60, scale: .lowestOverOwn),
    Criterion(measure: .compliance, weight: 40, scale: .linear(best: 1, worst: 0)),
  ]

  private static func bid(_ cost: Double, _ compliance: Double) -> Measures {
    Measures(cost: cost, risk: 0, compliance: compliance)
  }

  private func why(
    _ bids: [Measures], _ method: LockedMethod = LockedMethod(.weightedValue, Self.criteria)
  ) -> WhyFirst {
    let verdict = method.verdict(of: bids)
    let order = bids.indices.sorted { verdict.precedes($0, $1) }
    return WhyFirst(
      WhyFirst.Question(
        method: method, measures: bids, options: Array(bids.indices), first: order[0],
        second: order[1]))
  }

  private func change(_ why: WhyFirst, _ lever: WhyFirst.Change.Lever) -> WhyFirst.Change? {
    why.changes.first { $0.lever == lever }
  }

  // 0.6 · 100 + 0.4 · 70 = 88 against 0.6 · 80 + 0.4 · 90 = 84.
  private static let two = [bid(100, 0.7), bid(125, 0.9)]

  @Test func the_parts_add_up_to_the_margin() {
    let why = why(Self.two)
    #expect(why.options == [0, 1])
    #expect(abs(why.margin - 4) < 1e-9)
    #expect(zip(why.parts.map(\.points), [12, -8]).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(why.parts.map(\.scores) == [[100, 80], [70, 90]])
  }

  // 60 + 28 = 6000 / c + 36 at c = 6000 / 52, and 6000 / c + 28 = 60 · 1 + … at 100 c / 125 own:
  // the own cost c turns it where 6000 · 100 / (100 c) + 28 = 84, c = 6000 / 56.
  @Test func a_cost_turns_the_order_where_both_scores_are_even() throws {
    let why = why(Self.two)
    let cheaper = try #require(change(why, .cost(1)))
    #expect(cheaper.from == 125)
    #expect(abs(cheaper.to - 6_000 / 52.0) < 1e-9)
    #expect(cheaper.takesOver == 1)
    // The own cost c stays the lowest up to 125: then 88 = 60 · c / 125 + 36 at c = 325 / 3.
    let dearer = try #require(change(why, .cost(0)))
    #expect(abs(dearer.to - 325 / 3.0) < 1e-9)
  }

  // 20 s = 20 (1 − s): the share of cost at which both are even is ½.
  @Test func a_weight_turns_the_order_where_the_parts_cancel() throws {
    let why = why(Self.two)
    let cost = try #require(change(why, .weight(Self.criteria[0])))
    #expect(cost.from == 0.6)
    #expect(abs(cost.to - 0.5) < 1e-12)
    let compliance = try #require(change(why, .weight(Self.criteria[1])))
    #expect(abs(compliance.to - 0.5) < 1e-12)
  }

  // 60 + 24 = 48 + 40 x at x = 0.9.
  @Test func coverage_turns_the_order_if_it_is_enough() throws {
    let why = why([Self.bid(100, 0.6), Self.bid(125, 0.8)])
    #expect(abs(why.margin - 4) < 1e-9)
    let coverage = try #require(change(why, .measure(Self.criteria[1], 1)))
    #expect(abs(coverage.to - 0.9) < 1e-12)
    let never = self.why([Self.bid(100, 0.7), Self.bid(250, 0.9)])
    #expect(change(never, .measure(Self.criteria[1], 1)) == nil)
    #expect(never.inert.contains(.measure(Self.criteria[1], 1)))
  }

  @Test func a_bid_that_is_better_by_everything_loses_by_no_weight() {
    let why = why([Self.bid(100, 0.9), Self.bid(125, 0.7)])
    #expect(Self.criteria.allSatisfy { why.inert.contains(.weight($0)) })
    #expect(change(why, .cost(1)) != nil)
  }

  @Test func another_bid_than_the_second_may_take_over() throws {
    // The third has the full coverage: without any weight on cost it is first, and long before the
    // second could be.
    let why = why([Self.bid(100, 0.5), Self.bid(101, 0.49), Self.bid(200, 1)])
    let weight = try #require(change(why, .weight(Self.criteria[1])))
    #expect(weight.takesOver == 2)
    // 50 (1 − s) = 50 s.
    #expect(abs(weight.to - 0.5) < 1e-12)
  }

  // 10 and 12 a point: even where the second costs 700, its own risk where the first costs 840.
  @Test func a_price_formula_is_turned_by_its_own_numbers() throws {
    var criteria = Self.criteria
    criteria[0].weight = 0
    let method = LockedMethod(.costPerQualityPoint, criteria)
    let why = why([Self.bid(700, 0.7), Self.bid(840, 0.7)], method)
    #expect(why.prices == [10, 12])
    #expect(abs((change(why, .cost(1))?.to ?? 0) - 700) < 1e-9)
    #expect(abs((change(why, .cost(0))?.to ?? 0) - 840) < 1e-9)
    #expect(abs((change(why, .measure(criteria[1], 1))?.to ?? 0) - 0.84) < 1e-12)
    // All of the margin is that of cost, and the parts add up.
    #expect(why.parts.map(\.criterion.measure) == [.cost, .compliance])
    #expect(abs(why.parts[0].points - why.margin) < 1e-9 && abs(why.parts[1].points) < 1e-9)
  }

  // ln(c₂/c₁) = ln 1.2 and ln(q₁/q₂) = ln 1.25 of ln 1.5.
  @Test func the_parts_of_a_ratio_follow_its_logarithm() {
    var criteria = Self.criteria
    criteria[0].weight = 0
    let method = LockedMethod(.costPerQualityPoint, criteria)
    let why = why([Self.bid(700, 1), Self.bid(840, 0.8)], method)
    #expect(abs(why.margin - 100 / 3.0) < 1e-9)
    let share = 0.1823215567939546 / 0.4054651081081644
    #expect(abs(why.parts[0].points - 100 / 3.0 * share) < 1e-9)
    #expect(abs(why.parts.map(\.points).reduce(0, +) - why.margin) < 1e-9)
  }

  @Test func a_minimum_decides_over_the_price() throws {
    var criteria = Self.criteria.map { criterion in
      var copy = criterion
      copy.weight = 0
      return copy
    }
    criteria[1].minimum = 60
    let method = LockedMethod(.lowestPriceAcceptable, criteria)
    let why = why([Self.bid(100, 0.55), Self.bid(150, 0.8)], method)
    #expect(why.options == [1, 0])
    #expect(why.isDecidedByMinimum && why.parts.isEmpty)
    let lower = try #require(change(why, .minimum(criteria[1])))
    #expect(abs(lower.to - 55) < 1e-9)
    #expect(abs((change(why, .measure(criteria[1], 0))?.to ?? 0) - 0.6) < 1e-12)
    // The second is the cheaper one already: no price of either changes that it is not acceptable.
    #expect(why.inert.contains(.cost(0)) && why.inert.contains(.cost(1)))
  }

  @Test(arguments: RankingMethod.allCases)
  func a_change_turns_the_order_and_a_little_less_does_not(_ kind: RankingMethod) async {
    await forEverySeed(100) { seed in
      let lots = Lots(seed: seed, kind)
      let why = self.why(lots.bids, lots.method)
      // A bid that alone reaches the minimums, and is the cheapest, is first whatever one changes.
      #expect(!why.changes.isEmpty || kind == .lowestPriceAcceptable)
      for change in why.changes {
        for (step, turns) in [(1 + 1e-9, true), (1 - 1e-6, false)] {
          var (method, bids) = (lots.method, lots.bids)
          let value = change.from + step * (change.to - change.from)
          switch change.lever {
          case .cost(let bid): bids[bid].cost = value
          case .measure(let criterion, let bid): bids[bid][criterion] = value
          case .weight(let criterion): method = method.weighing(criterion, value)
          case .minimum(let criterion):
            let place = method.criteria.firstIndex(of: criterion)
            if let place { method.criteria[place].minimum = value }
          }
          let verdict = method.verdict(of: bids)
          let isFirst = !bids.indices.contains { verdict.precedes($0, why.options[0]) }
          #expect(isFirst != turns, "\(change)")
        }
      }
    }
  }

  @Test func bids_that_are_even_have_no_margin() {
    let why = why([Self.bid(100, 0.7), Self.bid(100, 0.7)])
    #expect(why.margin == 0)
    #expect(why.parts.allSatisfy { $0.points == 0 })
  }
}
