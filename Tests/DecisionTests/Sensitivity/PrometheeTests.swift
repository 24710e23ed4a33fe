import TestKit
import Testing

@testable import Decision

@Suite struct PrometheeTests {
  // The example of Zhao, Peng and Li, Procedia Computer Science 17 (2013).
  @Test func the_usual_function_gives_the_published_net_flows() {
    let matrix = DecisionMatrix(
      values: [[4, 3, 2], [3, 2, 4], [5, 1, 3]], weights: [0.5, 0.3, 0.2],
      prefersLess: [false, false, false])
    let flows = matrix.netFlows([.usual, .usual, .usual])
    for (flow, expected) in zip(flows, [0.1, -0.3, 0.2]) { #expect(abs(flow - expected) < 1e-12) }
  }

  // Costs 100, 104 and 115 with q = 2 and p = 10: 4 is a preference of 2/8, 11 and 15 are full ones.
  @Test func the_linear_function_runs_from_indifference_to_preference() {
    let matrix = DecisionMatrix(values: [[100], [104], [115]], weights: [7], prefersLess: [true])
    let flows = matrix.netFlows([.linear(indifference: 2, preference: 10)])
    for (flow, expected) in zip(flows, [(0.25 + 1) / 2, (1 - 0.25) / 2, -1]) {
      #expect(abs(flow - expected) < 1e-12)
    }
  }

  @Test(
    arguments: [
      (-1, 0), (0, 0), (2, 0), (6, 0.5), (10, 1), (11, 1),
    ] as [(Double, Double)])
  func a_linear_preference_has_its_edges(difference: Double, expected: Double) {
    #expect(PreferenceFunction.linear(indifference: 2, preference: 10)(difference) == expected)
  }

  @Test func equal_thresholds_make_a_step() {
    let step = PreferenceFunction.linear(indifference: 3, preference: 3)
    #expect([2.9, 3, 3.1].map { step($0) } == [0, 0, 1])
    #expect([0.0, 1e-300, -1].map { PreferenceFunction.usual($0) } == [0, 1, 0])
  }

  @Test func flows_add_up_to_nothing() async {
    await forEverySeed(50) { seed in
      var random = SplitMix64(seed: seed)
      let bids = 2 + Int(random.next() % 6)
      let matrix = DecisionMatrix(
        values: (0..<bids).map { _ in (0..<4).map { _ in (random.uniform() * 6).rounded() } },
        weights: (0..<4).map { _ in random.uniform() }, prefersLess: [true, false, true, false])
      let functions: [PreferenceFunction] = [
        .usual, .usual, .linear(indifference: 1, preference: 3),
        .linear(indifference: 0, preference: 5),
      ]
      let flows = matrix.netFlows(functions)
      #expect(abs(flows.reduce(0, +)) < 1e-12)
      #expect(flows.allSatisfy { (-1...1).contains($0) })
    }
  }

  @Test func a_single_bid_and_equal_bids_have_no_flow() {
    for values in [[[1.0, 2]], [[1, 2], [1, 2], [1, 2]]] {
      let matrix = DecisionMatrix(values: values, weights: [1, 0], prefersLess: [true, false])
      #expect(matrix.netFlows([.usual, .usual]).allSatisfy { $0 == 0 })
    }
  }
}
