import Glibc

extension DemandDriver {
  /// The exact mean of the volume in each month of the forecast, in units.
  ///
  /// `forecast · E step · E shock · E growth · E exp(x − ½·Var x)`: the factors are independent.
  /// - Throws: ``NoClosedForm/uncertainMedian``.
  public func meanVolumes() throws(NoClosedForm) -> [Double] {
    let isKnown = persistence.error == 0 && spread.error == 0
    guard reading == .mean || isKnown else { throw .uncertainMedian }
    return forecast.indices.map { index in
      let month = index + 1
      return forecast[index] * meanStep(in: month) * meanShock(in: month)
        * meanGrowth(in: month) * meanState(in: month)
    }
  }

  /// `Π (1 + p · size)` over the steps up to `month`.
  private func meanStep(in month: Int) -> Double {
    steps.filter { $0.month <= month }
      .reduce(1) { $0 * (1 + min(max($1.probability, 0), 1) * $1.size) }
  }

  /// `Π_k (1 − q + q · E exp(J·δ^k))`, k months after each possible arrival.
  private func meanShock(in month: Int) -> Double {
    guard let shocks else { return 1 }
    let q = 1 - exp(-shocks.perYear / 12)
    return (0..<month).reduce(1) { product, k in
      let left = pow(shocks.persistence, Double(k))
      let jump = exp(left * shocks.mean + left * left * shocks.spread * shocks.spread / 2)
      return product * (1 - q + q * jump)
    }
  }

  /// `E exp(γ·m)` with m the years since month 1 and γ normal.
  private func meanGrowth(in month: Int) -> Double {
    let years = Double(month - 1) / 12
    return exp(log(1 + growth.estimate) * years + growth.error * growth.error * years * years / 2)
  }

  /// `E exp(x − ½·Var x)`, or `E exp(x)` where the forecast is a median.
  private func meanState(in month: Int) -> Double {
    persistence.nodes().reduce(0) { sum, phi in
      let mean = start.mean(in: month, persistence: phi.value)
      let variance =
        reading == .mean
        ? 0 : start.variance(in: month, persistence: phi.value, spread: spread.estimate)
      return sum + phi.weight * exp(mean + variance / 2)
    }
  }
}

extension Start {
  /// The mean of the state in `month`, given the persistence.
  func mean(in month: Int, persistence: Double) -> Double {
    guard case .observed(let value, let months) = self else { return 0 }
    return value * pow(persistence, Double(month + months))
  }

  /// The variance of the state in `month`: `σ²·(1 − φ^2k)/(1 − φ²)`, k months after it was known.
  func variance(in month: Int, persistence: Double, spread: Double) -> Double {
    let square = persistence * persistence
    let steps = Double(month + months)
    if self == .stationary { return spread * spread / (1 - square) }
    let sum = square == 1 ? steps : (1 - pow(square, steps)) / (1 - square)
    return spread * spread * sum
  }
}
