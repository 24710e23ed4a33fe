import Futures
import Glibc

/// The density of the standard normal law.
func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

/// What is known beforehand of an AR(1) with innovation spread σ.
struct Autoregression {
  var persistence: Double
  var spread: Double
  var start: Start

  /// The mean of the state in `month`: `φ^(h + t) · x_h`.
  func mean(in month: Int) -> Double {
    guard case .observed(let value, let months) = start else { return 0 }
    return value * pow(persistence, Double(month + months))
  }

  /// The variance of the state in `month`.
  func variance(in month: Int) -> Double {
    let stationary = spread * spread / (1 - persistence * persistence)
    let reached = { (months: Int) in
      stationary * (1 - pow(persistence, 2 * Double(months)))
    }
    return switch start {
    case .zero: reached(month)
    case .stationary: stationary
    case .observed(_, let months): reached(month + months)
    }
  }
}

/// Assumptions with nothing but demand.
func demandOnly(_ drivers: [DemandDriver], horizon: Int = 12) -> Assumptions {
  Assumptions(horizon: horizon, demand: drivers)
}

/// A forecast of 1000 units a month.
func level(_ horizon: Int = 12) -> [Double] { Array(repeating: 1000, count: horizon) }

extension Parameter {
  static func spread(_ estimate: Double, error: Double = 0) -> Parameter {
    Parameter(estimate, error: error, scale: .log)
  }

  static func persistence(_ estimate: Double, error: Double = 0) -> Parameter {
    Parameter(estimate, error: error, scale: .atanh)
  }
}
