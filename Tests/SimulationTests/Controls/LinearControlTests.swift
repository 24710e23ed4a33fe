import TestKit
import Testing

@testable import Simulation

@Suite struct LinearControlTests {
  /// The intercept of y on `[1, x]` and its variance, from the normal equations by Gauss-Jordan.
  static func intercept(
    _ y: [Double], on x: [[Double]]
  ) -> (value: Double, variance: Double) {
    let rows = y.indices.map { i in [1.0] + x.map { $0[i] } }
    let q = x.count + 1
    var a = (0..<q).map { i in
      (0..<q).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } }
        + (0..<q).map { $0 == i ? 1.0 : 0 }
    }
    for pivot in 0..<q {
      let scale = a[pivot][pivot]
      a[pivot] = a[pivot].map { $0 / scale }
      for row in 0..<q where row != pivot {
        let factor = a[row][pivot]
        a[row] = zip(a[row], a[pivot]).map { $0 - factor * $1 }
      }
    }
    let inverse = a.map { Array($0[q...]) }
    let xy = (0..<q).map { i in zip(rows, y).reduce(0) { $0 + $1.0[i] * $1.1 } }
    let b = inverse.map { zip($0, xy).reduce(0) { $0 + $1.0 * $1.1 } }
    let rss = zip(rows, y).reduce(0.0) { sum, future in
      let fit = zip(future.0, b).reduce(0) { $0 + $1.0 * $1.1 }
      return sum + (future.1 - fit) * (future.1 - fit)
    }
    return (b[0], rss / Double(y.count - q) * inverse[0][0])
  }

  private static func fit(_ y: [Double], _ x: [[Double]]) -> (mean: Double, LinearControl) {
    let n = Double(y.count)
    let centre = { (v: [Double]) in v.reduce(0, +) / n }
    let products = { (v: [Double], w: [Double]) in
      let (a, b) = (centre(v), centre(w))
      return zip(v, w).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
    }
    let fit = LinearControl(
      count: y.count, squares: products(y, y), means: x.map(centre),
      s: x.map { one in x.map { products(one, $0) } }, cross: x.map { products($0, y) })
    return (centre(y), fit)
  }

  private static func data(seed: UInt64) -> (y: [Double], x: [[Double]]) {
    var dice = SplitMix64(seed: seed)
    let x = (0..<3).map { _ in (0..<300).map { _ in dice.uniform() - 0.45 } }
    let y = (0..<300).map { i in
      70 + 3 * x[0][i] - 20 * x[1][i] + x[0][i] * x[2][i] + 2 * dice.uniform()
    }
    return (y, x)
  }

  @Test func the_estimate_is_the_intercept_of_the_regression() async {
    await forEverySeed(20) { seed in
      let (y, x) = Self.data(seed: seed)
      let (mean, fit) = Self.fit(y, x)
      let (value, variance) = Self.intercept(y, on: x)
      #expect(fit.used.sorted() == [0, 1, 2])
      #expect(abs(mean - fit.correction - value) < 1e-10)
      #expect(abs(fit.variance / variance - 1) < 1e-10)
    }
  }

  @Test func a_combination_of_other_controls_is_left_out() {
    let (y, x) = Self.data(seed: 1)
    let sum = zip(x[0], x[1]).map { 2 * $0 - $1 }
    let constant = y.map { _ in 0.25 }
    let (mean, fit) = Self.fit(y, x + [sum, constant])
    let (value, variance) = Self.intercept(y, on: x)
    #expect(fit.used.count == 3 && fit.used.contains(2) && !fit.used.contains(4))
    #expect(abs(mean - fit.correction - value) < 1e-7)
    #expect(abs(fit.variance / variance - 1) < 1e-7)
  }

  @Test func without_a_control_that_varies_the_variance_is_the_plain_one() {
    let (y, _) = Self.data(seed: 2)
    let (_, fit) = Self.fit(y, [y.map { _ in 0.25 }])
    #expect(fit.used.isEmpty && fit.correction == 0)
    let plain = Bench().moments(of: y, origin: 70)
    #expect(abs(fit.variance / (plain.variance / 300) - 1) < 1e-6)
  }
}
