import TestKit
import Testing

@testable import Decision

@Suite struct TopsisTests {
  // The case of Opricovic and Tzeng, European Journal of Operational Research 156 (2004), by vector
  // normalisation in an independent script.
  @Test func closeness_is_that_of_an_independent_script() {
    let matrix = DecisionMatrix(
      values: [[1, 3_000], [2, 3_750], [5, 4_500]], weights: [1, 1], prefersLess: [true, false])
    let found = matrix.topsis()
    for (found, expected) in zip(found, [0.762_140_6, 0.722_177_8, 0.237_859_4]) {
      #expect(abs(found - expected) < 5e-7, "\(found)")
    }
  }

  // By hand: columns (3, 4) and (4, 3) have length 5, so the weighted values are (0.3, 0.4) and
  // (0.4, 0.3); each is the best in one and the worst in the other, equally far.
  @Test func mirrored_bids_are_equally_close() {
    let matrix = DecisionMatrix(
      values: [[3, 4], [4, 3]], weights: [5, 5], prefersLess: [false, false])
    #expect(matrix.topsis() == [0.5, 0.5])
  }

  @Test func a_bid_that_is_best_in_all_is_the_ideal_and_the_worst_is_not() {
    let matrix = DecisionMatrix(
      values: [[10, 0.9], [20, 0.5]], weights: [3, 1], prefersLess: [true, false])
    #expect(matrix.topsis() == [1, 0])
  }

  @Test(
    arguments: [
      ([[1, 2]], [1.0, 1]), ([[1, 2], [1, 2]], [1, 1]), ([[0, 0], [0, 0]], [1, 1]),
      ([[1, 2], [3, 4]], [0, 0]), ([[5, 1], [5, 2]], [1, 0]),
    ] as [([[Double]], [Double])])
  func what_nothing_tells_apart_is_halfway(values: [[Double]], weights: [Double]) {
    let matrix = DecisionMatrix(values: values, weights: weights, prefersLess: [true, true])
    #expect(matrix.topsis().allSatisfy { $0 == 0.5 })
  }

  @Test func units_of_a_criterion_change_nothing() {
    let matrix = DecisionMatrix(
      values: [[1e160, 2], [3e160, 1], [2e160, 1.5]], weights: [2, 1], prefersLess: [true, false])
    let small = DecisionMatrix(
      values: [[1, 2], [3, 1], [2, 1.5]], weights: [2, 1], prefersLess: [true, false])
    for (first, second) in zip(matrix.topsis(), small.topsis()) {
      #expect(abs(first - second) < 1e-12)
    }
  }
}
