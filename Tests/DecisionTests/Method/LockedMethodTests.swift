import Contracts
import TestKit
import Testing

@testable import Decision

/// The formulas, on numbers that are reckoned by hand.
@Suite struct LockedMethodTests {
  private static let quality = [
    Criterion(measure: .cost, weight: 0, scale: .lowestOverOwn),
    Criterion(measure: .compliance, weight: 3, scale: .linear(best: 1, worst: 0)),
    Criterion(measure: .scored, weight: 1, scale: .linear(best: 10, worst: 0), id: "team"),
  ]

  private static func bid(_ cost: Double, _ compliance: Double, team: Double) -> Measures {
    Measures(cost: cost, risk: 0, compliance: compliance, scored: ["team": team])
  }

  @Test func linear_to_a_ceiling_is_100_at_the_lowest_or_at_nothing() {
    func scores(_ best: Criterion.FullMarks, _ costs: [Double], _ ceiling: Double) -> [Double] {
      Criterion(measure: .cost, weight: 1, scale: .linearToCeiling(ceiling, best: best))
        .scores(of: costs.map { Measures(cost: $0, risk: 0, compliance: 0) })
    }
    #expect(scores(.lowest, [100, 150, 200, 300], 200) == [100, 50, 0, 0])
    #expect(scores(.zero, [100, 150, 200, 0], 200) == [50, 25, 0, 100])
    // The ceiling itself scores nothing, also where every bid is there or above.
    #expect(scores(.lowest, [200, 250], 200) == [0, 0])
    #expect(scores(.lowest, [0, 100], 200) == [100, 50])
  }

  // 0.75 · 80 + 0.25 · 40 = 70, 0.75 · 60 + 0.25 · 100 = 70: 10 and 12 a point.
  @Test func the_lowest_cost_of_a_point_of_quality_is_first() throws {
    let method = LockedMethod(.costPerQualityPoint, Self.quality)
    let bids = [Self.bid(700, 0.8, team: 4), Self.bid(840, 0.6, team: 10)]
    #expect(method.quality(of: bids) == [70, 70])
    #expect(method.prices(of: bids) == [10, 12])
    let verdict = method.verdict(of: bids)
    #expect(verdict.overall == [100, 1_000 / 12.0])
    #expect(verdict.precedes(0, 1) && !verdict.precedes(1, 0))
  }

  @Test func a_bid_without_quality_is_last_whatever_it_costs() {
    let method = LockedMethod(.costPerQualityPoint, Self.quality)
    let bids = [Self.bid(1, 0, team: 0), Self.bid(1_000_000, 0.01, team: 0)]
    #expect(method.verdict(of: bids).overall == [0, 100])
    // Where no bid has any, none stands before another.
    let none = method.verdict(of: [bids[0], bids[0]])
    #expect(none.overall == [0, 0] && !none.precedes(0, 1) && !none.precedes(1, 0))
  }

  @Test func the_cheapest_that_reaches_every_minimum_is_first() {
    var criteria = Self.quality
    criteria[1].minimum = 60
    criteria[2].minimum = 50
    let method = LockedMethod(.lowestPriceAcceptable, criteria)
    // The first reaches no minimum of compliance, the last none at all; 60 itself is enough.
    let bids = [
      Self.bid(100, 0.59, team: 9), Self.bid(300, 0.9, team: 9), Self.bid(200, 0.6, team: 5),
      Self.bid(90, 0, team: 0),
    ]
    let verdict = method.verdict(of: bids)
    #expect(verdict.isAcceptable == [false, true, true, false])
    let order = bids.indices.sorted { verdict.precedes($0, $1) }
    #expect(order == [2, 1, 3, 0])
    #expect(verdict.overall == [90, 30, 45, 100])
  }

  @Test func minimums_change_no_order_where_another_method_is_locked() {
    var criteria = Criterion.standard
    criteria[2].minimum = 99
    let bids = [
      Measures(cost: 100, risk: 1, compliance: 0.5), Measures(cost: 200, risk: 1, compliance: 1),
    ]
    let method = LockedMethod(.weightedValue, criteria)
    #expect(method.verdict(of: bids).isAcceptable == [true, true])
    #expect(method.verdict(of: bids).overall == Criterion.standard.overall(of: bids))
  }

  @Test func what_is_no_measure_of_money_has_its_own_value() {
    let service = Criterion(measure: .service, weight: 1, scale: .linear(best: 1, worst: 0.5))
    var bid = Measures(cost: 1, risk: 0, compliance: 0)
    bid.service = 0.9
    #expect(abs(service.scores(of: [bid])[0] - 80) < 1e-9)
    // Marks of schools: 1 is best, 6 worst.
    let mark = Criterion(
      measure: .scored, weight: 1, scale: .linear(best: 1, worst: 6), id: "mark")
    bid.scored = ["mark": 2]
    #expect(mark.scores(of: [bid]) == [80])
  }
}

/// Random bids under every formula.
struct Lots {
  var method: LockedMethod
  var bids: [Measures]

  /// Two to six bids at random; risk is compared with the lowest risk, so that the lowest cost
  /// moves nothing but what a bid scores for its cost.
  init(seed: UInt64, _ kind: RankingMethod) {
    var random = SplitMix64(seed: seed)
    let price: [Criterion.Scale] = [
      .lowestOverOwn, .linearToCeiling(1_500, best: .lowest), .linearToCeiling(1_500, best: .zero),
    ]
    var criteria = [
      Criterion(measure: .cost, weight: random.uniform(), scale: price[Int(seed % 3)]),
      Criterion(measure: .risk, weight: random.uniform(), scale: .lowestOverOwn),
      Criterion(
        measure: .compliance, weight: random.uniform(), scale: .linear(best: 1, worst: 0.2)),
      Criterion(measure: .service, weight: random.uniform(), scale: .linear(best: 1, worst: 0)),
      Criterion(
        measure: .scored, weight: random.uniform(), scale: .linear(best: 1, worst: 6), id: "team"),
    ]
    criteria[2].minimum = 40
    criteria[4].minimum = 30
    method = LockedMethod(kind, criteria)
    bids = (0..<Int.random(in: 2...6, using: &random)).map { _ in
      Measures(
        cost: 800 + 800 * random.uniform(), risk: 10 + 100 * random.uniform(),
        compliance: random.uniform(), service: random.uniform(),
        scored: ["team": 1 + 5 * random.uniform()])
    }
  }

  /// How many bids stand before bid `bid`.
  func place(of bid: Int) -> Int {
    let verdict = method.verdict(of: bids)
    return bids.indices.count { verdict.precedes($0, bid) }
  }
}

@Test(arguments: RankingMethod.allCases)
func a_lower_cost_never_worsens_a_rank(_ kind: RankingMethod) async {
  await forEverySeed(500) { seed in
    var lots = Lots(seed: seed, kind)
    var random = SplitMix64(seed: seed + 1_000)
    let bid = Int.random(in: lots.bids.indices, using: &random)
    let before = lots.place(of: bid)
    lots.bids[bid].cost *= random.uniform()
    #expect(lots.place(of: bid) <= before)
  }
}

// Where risk is scored by its share of the lowest cost, a bid that lowers that cost lowers every score
// for risk, its own most where its risk is high: with much weight on risk it may lose by being cheaper.
@Test func a_share_of_the_lowest_cost_is_the_exception() {
  let criteria = [
    Criterion(measure: .cost, weight: 1, scale: .linearToCeiling(1_000, best: .zero)),
    Criterion(measure: .risk, weight: 9, scale: .shareOfLowestCost(worst: 0.25)),
  ]
  func scores(_ cost: Double) -> [Double] {
    criteria.overall(of: [
      Measures(cost: cost, risk: 10, compliance: 0), Measures(cost: 600, risk: 9, compliance: 0),
    ])
  }
  let (before, after) = (scores(500), scores(50))
  #expect(before[0] > before[1])
  #expect(after[0] < after[1])
}

@Test(arguments: RankingMethod.allCases)
func only_the_proportion_of_weights_counts_under_any_formula(_ kind: RankingMethod) async {
  await forEverySeed(200) { seed in
    let lots = Lots(seed: seed, kind)
    var scaled = lots
    for place in scaled.method.criteria.indices { scaled.method.criteria[place].weight *= 7.3 }
    let (one, other) = (lots.method.verdict(of: lots.bids), scaled.method.verdict(of: lots.bids))
    #expect(zip(one.overall, other.overall).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(one.isAcceptable == other.isAcceptable)
    #expect(lots.bids.indices.map(lots.place) == lots.bids.indices.map(scaled.place))
  }
}

@Test(arguments: RankingMethod.allCases)
func the_order_in_which_bids_come_changes_nothing(_ kind: RankingMethod) async {
  await forEverySeed(200) { seed in
    let lots = Lots(seed: seed, kind)
    var random = SplitMix64(seed: seed)
    let order = lots.bids.indices.shuffled(using: &random)
    var shuffled = lots
    shuffled.bids = order.map { lots.bids[$0] }
    let (one, other) = (
      lots.method.verdict(of: lots.bids), shuffled.method.verdict(of: shuffled.bids)
    )
    #expect(other.overall == order.map { one.overall[$0] })
    #expect(other.isAcceptable == order.map { one.isAcceptable[$0] })
  }
}
