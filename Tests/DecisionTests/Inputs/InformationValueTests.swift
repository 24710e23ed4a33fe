import Decision
import Simulation
import TestKit
import Testing

@Suite struct InformationValueTests {
  /// Costs of two bids: 1000, and 1000 + d + s·(√ρ·x + √(1 − ρ)·y), with x and y.
  private struct TwoActions {
    var x: [Double]
    var y: [Double]
    var costs: [[Double]]

    init(d: Double, s: Double, share: Double, futures: Int, seed: UInt64) {
      var chance = Chance(seed: seed)
      x = chance.normals(futures)
      y = chance.normals(futures)
      let other = zip(x, y).map {
        1000 + d + s * (share.squareRoot() * $0 + (1 - share).squareRoot() * $1)
      }
      costs = [x.map { _ in 1000 }, other]
    }
  }

  @Test(arguments: [(50.0, 100.0), (0, 100), (-120, 80), (250, 100)])
  func knowing_everything_about_a_normal_difference_has_its_closed_form(
    d: Double, s: Double
  ) async {
    await forEverySeed(5) { seed in
      let actions = TwoActions(d: d, s: s, share: 0.5, futures: 20_000, seed: seed)
      let found = InformationValue.ofEverything(actions.costs)
      // The better bid by the sample's mean is known too well by half a standard error of it at d = 0.
      let slack = d == 0 ? s / 20_000.0.squareRoot() : 0
      expectClose(
        found.value, normalGain(d, s), standardError: found.standardError + slack / 2, seed: seed)
    }
  }

  @Test(arguments: [(50.0, 100.0, 0.5), (50, 100, 0.9), (-30, 100, 0.2), (20, 100, 0.05)])
  func knowing_a_part_of_a_normal_difference_has_its_closed_form(
    d: Double, s: Double, share: Double
  ) async {
    await forEverySeed(5) { seed in
      let actions = TwoActions(d: d, s: s, share: share, futures: 20_000, seed: seed)
      let truth = normalGain(d, s * share.squareRoot())
      let found = try #require(InformationValue.of([actions.x], for: actions.costs))
      expectClose(found.value, truth, standardError: found.standardError, seed: seed)
      // The rest is y's, and both together are everything.
      let rest = try #require(InformationValue.of([actions.y], for: actions.costs))
      expectClose(
        rest.value, normalGain(d, s * (1 - share).squareRoot()),
        standardError: rest.standardError, seed: seed)
    }
  }

  @Test func to_know_more_is_worth_no_less_and_never_more_than_everything() async {
    await forEverySeed(10) { seed in
      let actions = TwoActions(d: 40, s: 100, share: 0.3, futures: 4_000, seed: seed)
      let known = [[actions.x], [actions.x, actions.y]]
      let values = try known.map { try #require(InformationValue.of($0, for: actions.costs)) }
      let all = InformationValue.ofEverything(actions.costs)
      #expect(values[0].value <= values[1].value + 2 * values[1].standardError)
      #expect(values[1].value <= all.value)
      #expect(values[1].value > 0.97 * all.value)
    }
  }

  @Test func what_never_changes_the_choice_is_worth_exactly_nothing() throws {
    var chance = Chance(seed: 1)
    let x = chance.normals(2_000)
    let costs = [x.map { 1000 + 10 * $0 }, x.map { 2000 + 10 * $0 }]
    #expect(InformationValue.ofEverything(costs) == Estimate(0, standardError: 0))
    #expect(InformationValue.of([x], for: costs) == Estimate(0, standardError: 0))
    #expect(InformationValue.ofEverything([x]) == Estimate(0, standardError: 0))
  }

  @Test func to_know_what_has_no_part_in_costs_is_worth_nothing() async {
    await forEverySeed(10) { seed in
      let actions = TwoActions(d: 20, s: 100, share: 1, futures: 10_000, seed: seed)
      var chance = Chance(seed: seed + 1000)
      let noise = (0..<6).map { _ in chance.normals(10_000) }
      let found = try #require(InformationValue.of(noise, for: actions.costs))
      // Everything is worth 30: hardly a hundredth of it is found where there is nothing.
      expectClose(found.value, 0, standardError: found.standardError + 0.1, seed: seed)
    }
  }

  /// A cost of L arises with chance p beside noise: knowing whether is worth `p·(L − d)` where the bid
  /// is the dearer by d on average without it, less p·L.
  @Test func knowing_whether_a_hidden_cost_arises_has_its_closed_form() async {
    await forEverySeed(10) { seed in
      var chance = Chance(seed: seed)
      let u = chance.uniforms(20_000)
      let noise = chance.normals(20_000)
      let risky = zip(u, noise).map { 1000 + ($0 < 0.15 ? 400 : 0) + 10 * $1 }
      let costs = [risky, u.map { _ in 1150 }]
      // 1060 against 1150 on average: where the cost arises one would rather pay 1150 than 1400.
      let found = try #require(InformationValue.of([u], areUniforms: [true], for: costs))
      expectClose(found.value, 0.15 * 250, standardError: found.standardError, seed: seed)
    }
  }

  @Test func an_interaction_is_found_where_both_sides_are_known() async {
    await forEverySeed(5) { seed in
      var chance = Chance(seed: seed)
      let (x, y) = (chance.normals(20_000), chance.normals(20_000))
      let costs = [x.map { _ in 1000.0 }, zip(x, y).map { 1010 + 100 * $0 * $1 }]
      let one = try #require(InformationValue.of([x], for: costs))
      let both = try #require(InformationValue.of([x, y], for: costs))
      let all = InformationValue.ofEverything(costs)
      #expect(one.value < 0.05 * all.value)
      #expect(both.value > 0.97 * all.value)
    }
  }

  @Test func too_few_futures_tell_nothing() {
    #expect(InformationValue.of([[1, 2, 3]], for: [[1, 2, 3], [3, 2, 1]]) == nil)
  }
}
