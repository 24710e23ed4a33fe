import Futures
import Glibc
import Testing

@testable import Calibration

@Test func the_sum_of_squares_about_a_mean_has_its_closed_form() {
  let basis = [Array(repeating: 1 / 20.0.squareRoot(), count: 20)]
  let sums = LagSums(positions: Array(0..<20), basis: basis, pairs: Array(1..<20))
  let phi = 0.7
  // E[Σ (x − x̄)²] = n − (1/n)·Σ_ij φ^|i−j| = n − (1 + φ)/(1 − φ) + 2φ(1 − φⁿ)/(n(1 − φ)²)
  let exact = 20 - (1 + phi) / (1 - phi) + 2 * phi * (1 - pow(phi, 20)) / 20 / pow(1 - phi, 2)
  #expect(abs(LagSums.value(sums.squares, at: phi) - exact) < 1e-10)
}

@Test func without_regressors_a_pair_counts_once() {
  let sums = LagSums(positions: [0, 1, 2, 5, 6], basis: [], pairs: [1, 2, 4])
  #expect(abs(LagSums.value(sums.products, at: 0.5) - 3 * 0.5) < 1e-12)
  #expect(LagSums.value(sums.earlier, at: 0.5) == 3)
  #expect(LagSums.value(sums.later, at: 0.5) == 3)
  #expect(LagSums.value(sums.squares, at: 0.5) == 5)
}

/// Every form against the plain product of matrices, with a trend and gaps.
@Test func the_sums_equal_a_plain_product_of_matrices() {
  let positions = [0, 1, 2, 4, 5, 6, 7, 10, 11]
  let pairs = [1, 2, 4, 5, 6, 8]
  let regression = Regression(
    of: positions.map { sin(Double($0)) },
    on: [positions.map { _ in 1 }, positions.map(Double.init)]
  )
  let sums = LagSums(positions: positions, basis: regression.basis, pairs: pairs)
  let phi = 0.6
  let maker = positions.indices.map { i in
    positions.indices.map { j in regression.basis.reduce(i == j ? 1 : 0) { $0 - $1[i] * $1[j] } }
  }
  func expected(_ one: Int, _ other: Int) -> Double {
    var sum = 0.0
    for i in positions.indices {
      for j in positions.indices {
        let lag = Double(abs(positions[i] - positions[j]))
        sum += maker[one][i] * maker[other][j] * pow(phi, lag)
      }
    }
    return sum
  }
  let products = pairs.reduce(0) { $0 + expected($1 - 1, $1) }
  let earlier = pairs.reduce(0) { $0 + expected($1 - 1, $1 - 1) }
  let later = pairs.reduce(0) { $0 + expected($1, $1) }
  #expect(abs(LagSums.value(sums.products, at: phi) - products) < 1e-12)
  #expect(abs(LagSums.value(sums.earlier, at: phi) - earlier) < 1e-12)
  #expect(abs(LagSums.value(sums.later, at: phi) - later) < 1e-12)
}

@Test func a_regression_recovers_a_line_and_drops_a_repeated_column() {
  let x = (0..<10).map(Double.init)
  let regression = Regression(
    of: x.map { 3 - 0.5 * $0 }, on: [x.map { _ in 1 }, x, x.map { 2 * $0 - 1 }]
  )
  #expect(abs(regression.coefficient(0) - 3) < 1e-12)
  #expect(abs(regression.coefficient(1) + 0.5) < 1e-12)
  #expect(regression.weights[2] == nil)
  #expect(regression.residuals.allSatisfy { abs($0) < 1e-12 })
}
