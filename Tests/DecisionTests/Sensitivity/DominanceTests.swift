import Simulation
import TestKit
import Testing

@testable import Decision

@Suite struct DominanceTests {
  @Test func the_pareto_set_is_what_nothing_beats_everywhere() {
    let matrix = DecisionMatrix(
      values: [[10, 0.9], [20, 0.9], [5, 0.1], [10, 0.9], [30, 1]], weights: [1, 2],
      prefersLess: [true, false])
    #expect(matrix.dominators == [[], [0, 3], [], [], []])
  }

  @Test func a_criterion_without_weight_saves_nobody() {
    let values = [[10, 0.1], [20, 0.9]]
    let both = DecisionMatrix(values: values, weights: [1, 1], prefersLess: [true, false])
    let one = DecisionMatrix(values: values, weights: [1, 0], prefersLess: [true, false])
    #expect(both.dominators == [[], []])
    #expect(one.dominators == [[], [0]])
  }

  private func uniforms(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in random.uniform() }
  }

  @Test func a_shift_dominates_to_the_first_order() {
    let costs = uniforms(2_000, seed: 1)
    let dearer = costs.map { $0 + 0.05 }
    let shifted = StochasticDominance(of: costs, over: dearer)
    #expect(shifted.first == .beyondError && shifted.second == .beyondError)
    let reversed = StochasticDominance(of: dearer, over: costs)
    #expect(reversed.first == .none && reversed.second == .none)
  }

  // Both have the mean ½, and only one is spread: whoever dislikes risk prefers the other.
  @Test func a_spread_is_dominated_to_the_second_order_only() {
    let wide = uniforms(4_000, seed: 2)
    let narrow = wide.map { 0.45 + 0.5 * ($0 - 0.5) }
    let found = StochasticDominance(of: narrow, over: wide)
    #expect(found.first == .none && found.second == .beyondError)
    #expect(StochasticDominance(of: wide, over: narrow).second == .none)
  }

  @Test func what_lies_within_error_is_said_to_hold_in_the_sample_only() {
    // The dearer one differs in one future of 1,000: no error can exclude that it never does.
    let costs = uniforms(1_000, seed: 3)
    var dearer = costs
    dearer[500] += 1e-3
    let found = StochasticDominance(of: costs, over: dearer)
    #expect(found.first == .inSample && found.second == .inSample)
  }

  @Test func crossing_distributions_do_not_dominate() {
    let low = uniforms(1_000, seed: 4)
    let high = low.map { $0 < 0.5 ? $0 + 0.2 : $0 - 0.2 }
    let wide = low.map { 2 * $0 - 0.5 }
    for found in [
      StochasticDominance(of: wide, over: high), StochasticDominance(of: high, over: wide),
    ] { #expect(found.first == .none) }
  }

  @Test func equal_costs_do_not_dominate_each_other() {
    let costs = uniforms(300, seed: 5)
    for other in [costs, costs.reversed()] {
      let found = StochasticDominance(of: costs, over: other)
      #expect(found.first == .none && found.second == .none)
    }
  }

  @Test(arguments: [(29, .inSample), (30, .beyondError)] as [(Int, StochasticDominance.Standing)])
  func few_futures_show_nothing_beyond_error(
    futures: Int, standing: StochasticDominance.Standing
  ) {
    let found = StochasticDominance(
      of: Array(repeating: 1, count: futures), over: Array(repeating: 2, count: futures))
    #expect(found.first == standing && found.second == standing)
  }

  // Of two equal laws on independent futures hardly ever one dominates beyond error.
  @Test func equal_laws_are_seldom_told_apart() async {
    var claims = 0
    for seed in 0..<200 {
      let first = uniforms(400, seed: UInt64(2 * seed + 100))
      let second = uniforms(400, seed: UInt64(2 * seed + 101))
      let found = StochasticDominance(of: first, over: second)
      if found.second == .beyondError || found.first == .beyondError { claims += 1 }
    }
    // One mean in 44 lies two standard errors above another: 200/44 and four standard deviations.
    #expect(claims <= 13, "\(claims)")
  }

  @Test func regret_is_what_the_cheapest_would_have_saved() {
    let found = expectedRegret([[1, 5, 3], [2, 4, 3], [9, 9, 9]])
    for (regret, sum) in zip(found, [1.0, 1, 19]) { #expect(abs(3 * regret.value - sum) < 1e-12) }
    // Of 0, 1, 0 the standard deviation is √(1/3).
    #expect(abs(found[0].standardError - 1.0 / 3) < 1e-12)
    #expect(expectedRegret([[7, 8]])[0].value == 0)
    #expect(expectedRegret([]).isEmpty)
    #expect(expectedRegret([[3], [4]])[1].standardError.isNaN)
  }
}
