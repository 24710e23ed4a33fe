import Glibc

/// The standard normal law.
enum NormalLaw {
  /// `Φ(z)`.
  static func below(_ z: Double) -> Double { 0.5 * erfc(-z * 0.5.squareRoot()) }

  /// The chance that two standard normals with the correlation ρ lie below `h` and below `k`.
  ///
  /// `Φ(h)·Φ(k) + 1/2π · ∫ exp(−(h² + k² − 2hk·sin θ) / 2cos²θ) dθ` over 0…asin ρ (Genz,
  /// *Numerical computation of rectangular bivariate and trivariate normal and t probabilities*,
  /// 2004, after Drezner & Wesolowsky), by Gauss and Legendre's rule of six points: up to |ρ| = 0.7
  /// in one piece, beyond in pieces that halve towards the end. The error is below 10⁻⁸, and below
  /// 10⁻⁶ where |ρ| is within 10⁻⁸ of 1.
  static func below(_ h: Double, _ k: Double, correlation: Double) -> Double {
    guard h.isFinite, k.isFinite else { return below(h) * below(k) }
    let end = asin(min(max(correlation, -1), 1))
    let pieces = abs(correlation) > 0.7 ? 13 : 1
    var integral = 0.0
    var from = 0.0
    for piece in 1...pieces {
      let to = piece == pieces ? end : (from + end) / 2
      for (point, weight) in legendre {
        for side in [-point, point] {
          let angle = (from + to + side * (to - from)) / 2
          let (s, c) = (sin(angle), cos(angle))
          let exponent = (h * h + k * k - 2 * h * k * s) / (2 * c * c)
          integral += weight / 2 * (to - from) * exp(-exponent)
        }
      }
      from = to
    }
    return below(h) * below(k) + integral / (2 * .pi)
  }

  /// The points above 0 and the weights of Gauss and Legendre's rule of six points on −1…1
  /// (Abramowitz & Stegun, table 25.4).
  private static let legendre = [
    (0.238_619_186_083_197, 0.467_913_934_572_691),
    (0.661_209_386_466_265, 0.360_761_573_048_139),
    (0.932_469_514_203_152, 0.171_324_492_379_170),
  ]

  /// Points and weights by which a mean under the law is a sum.
  ///
  /// The trapezoidal rule with step 1 on −6…6: for smooth integrands its error falls as
  /// `exp(−2π²)`, 3·10⁻⁹ (Trefethen & Weideman, *The exponentially convergent trapezoidal rule*,
  /// SIAM Review 56, 2014).
  static let nodes = nodes(apart: 1)

  /// The same with step 1/2, for what bends more sharply.
  static let denseNodes = nodes(apart: 0.5)

  private static func nodes(apart step: Double) -> [(point: Double, weight: Double)] {
    let points = Array(stride(from: -6, through: 6, by: step))
    let densities = points.map { exp(-$0 * $0 / 2) }
    let total = densities.reduce(0, +)
    return zip(points, densities).map { ($0, $1 / total) }
  }
}

extension Parameter {
  /// The values that the coefficient is taken to have at the points of `rule`, with their weights:
  /// one where it is known.
  func nodes(
    _ rule: [(point: Double, weight: Double)] = NormalLaw.nodes
  ) -> [(value: Double, weight: Double)] {
    guard error > 0 else { return [(estimate, 1)] }
    return rule.map { (value(at: $0.point), $0.weight) }
  }

  /// `T⁻¹(T(estimate) + error · ε)`.
  private func value(at epsilon: Double) -> Double {
    switch scale {
    case .identity: estimate + error * epsilon
    case .log: exp(log(estimate) + error * epsilon)
    case .atanh: tanh(atanh(estimate) + error * epsilon)
    }
  }
}
