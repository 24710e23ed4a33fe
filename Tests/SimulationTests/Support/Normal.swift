import Glibc

/// The standard normal law and integrals under it.
enum Normal {
  static func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  static func below(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

  /// `E max(X − strike, 0)` of a lognormal X whose logarithm has the standard deviation `deviation`.
  ///
  /// F. Black, The pricing of commodity contracts, J. Financial Econ. 3 (1976) 167–179.
  static func excess(over strike: Double, mean: Double, deviation: Double) -> Double {
    guard strike > 0 else { return mean - strike }
    let d = log(mean / strike) / deviation + deviation / 2
    return mean * below(d) - strike * below(d - deviation)
  }

  /// The mean of `function` of a standard normal, by Simpson's rule on each piece between `kinks`.
  static func mean(kinks: [Double] = [], _ function: (Double) -> Double) -> Double {
    let edges = ([-9, 9] + kinks.map { min(max($0, -9), 9) }).sorted()
    return zip(edges, edges.dropFirst()).reduce(0) { sum, piece in
      sum + simpson(from: piece.0, to: piece.1) { function($0) * density($0) }
    }
  }

  private static func simpson(
    from low: Double, to high: Double, _ function: (Double) -> Double
  ) -> Double {
    guard high > low else { return 0 }
    let steps = 2 * Int(((high - low) * 40).rounded(.up))
    let width = (high - low) / Double(steps)
    let sum = (0...steps).reduce(0.0) { sum, i in
      let weight = i == 0 || i == steps ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
      return sum + weight * function(low + Double(i) * width)
    }
    return sum * width / 3
  }
}

/// The variance of an AR(1) after `months` months from 0.
func varianceReached(in months: Int, persistence: Double, spread: Double) -> Double {
  (0..<months).reduce(0) { $0 + spread * spread * pow(persistence, 2 * Double($1)) }
}
