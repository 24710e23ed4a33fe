import Glibc

/// The standard normal law.
enum NormalLaw {
  /// `Φ(z)`.
  static func below(_ z: Double) -> Double { 0.5 * erfc(-z * 0.5.squareRoot()) }

  /// Points and weights by which a mean under the law is a sum.
  ///
  /// The trapezoidal rule with step 1 on −6…6: for smooth integrands its error falls as
  /// `exp(−2π²)`, 3·10⁻⁹ (Trefethen & Weideman, *The exponentially convergent trapezoidal rule*,
  /// SIAM Review 56, 2014).
  static let nodes: [(point: Double, weight: Double)] = {
    let points = (-6...6).map(Double.init)
    let densities = points.map { exp(-$0 * $0 / 2) }
    let total = densities.reduce(0, +)
    return zip(points, densities).map { ($0, $1 / total) }
  }()
}

extension Parameter {
  /// The values that the coefficient is taken to have, with their weights: one where it is known.
  var nodes: [(value: Double, weight: Double)] {
    guard error > 0 else { return [(estimate, 1)] }
    return NormalLaw.nodes.map { (value(at: $0.point), $0.weight) }
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
