import Simulation
import TestKit
import Testing

@testable import Decision

@Suite struct RegressionTests {
  @Test func a_regression_finds_the_coefficients_that_made_the_figure() {
    var chance = Chance(seed: 2)
    let (x, y) = (chance.normals(200), chance.normals(200))
    let terms = TermMatrix([x, y], futures: 200)
    let figure = zip(x, y).map { 3 + 2 * $0 - 5 * $1 }
    let fit = LeastSquares(of: [figure], on: terms, in: 0..<200)
    #expect(abs(fit.coefficients[0][1] - 2) < 1e-12 && abs(fit.coefficients[0][2] + 5) < 1e-12)
    for future in 0..<200 {
      #expect(abs(fit.value(of: 0, on: terms, in: future) - figure[future]) < 1e-11)
    }
  }

  @Test func a_term_that_is_a_combination_of_others_is_left_out() {
    var chance = Chance(seed: 3)
    let (x, y) = (chance.normals(100), chance.normals(100))
    let terms = TermMatrix(
      [x, y, zip(x, y).map { $0 + $1 }, x.map { _ in 7 }], futures: 100)
    let figure = zip(x, y).map { $0 + 4 * $1 }
    let fit = LeastSquares(of: [figure], on: terms, in: 0..<100)
    #expect(fit.coefficients[0][3] == 0 && fit.coefficients[0][4] == 0)
    for future in 0..<100 {
      #expect(abs(fit.value(of: 0, on: terms, in: future) - figure[future]) < 1e-10)
    }
  }

  /// `numpy.linalg.lstsq` on `1, x, x²` for x = 0 … 5 and these figures.
  @Test func a_regression_with_residuals_is_that_of_numpy() {
    let x = [0.0, 1, 2, 3, 4, 5]
    let figure = [1.0, 3, 2, 5, 4, 8]
    let terms = TermMatrix([x, x.map { $0 * $0 }], futures: 6)
    let fit = LeastSquares(of: [figure], on: terms, in: 0..<6)
    #expect(abs(fit.coefficients[0][1] - 0.278_571_428_571_428_5) < 1e-10)
    #expect(abs(fit.coefficients[0][2] - 0.178_571_428_571_428_5) < 1e-10)
  }

  @Test func a_spline_is_a_line_beyond_its_knots_and_smooth_at_them() throws {
    let values = (0...1000).map { Double($0) / 10 }
    let basis = try #require(SplineBasis(of: values))
    #expect(basis.count == 4)
    let curvature = { (x: Double) in
      zip(basis.terms(x - 1), zip(basis.terms(x), basis.terms(x + 1))).map {
        $0 - 2 * $1.0 + $1.1
      }
    }
    // Knots lie at 5, 27.5, 50, 72.5 and 95.
    #expect(curvature(2).allSatisfy { abs($0) < 1e-9 })
    #expect(curvature(150).allSatisfy { abs($0) < 1e-9 })
    #expect(curvature(50).dropFirst().contains { abs($0) > 1e-4 })
    for knot in [5, 27.5, 50, 72.5, 95] {
      for (left, right) in zip(curvature(knot - 1e-3), curvature(knot + 1e-3)) {
        #expect(abs(left - right) < 1e-5)
      }
    }
  }

  @Test func a_figure_of_few_values_has_few_knots_and_a_constant_has_no_basis() throws {
    #expect(SplineBasis(of: Array(repeating: 3, count: 50)) == nil)
    let two = try #require(SplineBasis(of: (0..<100).map { $0 < 40 ? 0 : 1 }))
    #expect(two.count == 1)
  }

  @Test func each_half_is_fitted_by_the_other() throws {
    var chance = Chance(seed: 5)
    let x = chance.normals(400)
    // The second half of the futures has the opposite slope: what is fitted to the first is wrong.
    let figure = x.enumerated().map { $0 < 200 ? $1 : -$1 }
    let given = try #require(
      ConditionalMean(of: [figure], given: [x], areUniforms: [false], isLinear: true))
    for future in 0..<400 {
      #expect(abs(given.fitted[0][future] + figure[future]) < 0.2 + 0.2 * abs(x[future]))
    }
  }
}
