import Futures

/// The AR(1) law of a regression's disturbances, `x[t] = φ·x[t−1] + σ·ε[t]`, from its residuals.
struct Autoregression {
  /// The largest persistence of a fit, either sign.
  static let bound = 0.98

  /// The persistence φ.
  private(set) var persistence = Parameter(0, scale: .atanh)

  /// The innovation spread σ.
  private(set) var innovation = Parameter(0, scale: .log)

  /// The stationary spread s of x.
  private(set) var spread = Parameter(0, scale: .log)

  private(set) var warnings: [FitWarning] = []

  /// Whether nothing is left to vary beside rounding.
  var isConstant: Bool { spread.estimate == 0 }

  private let positions: [Int]

  /// Fits the law to the residuals of `regression` at ascending month `positions`.
  ///
  /// Only consecutive months form a pair.
  init(_ regression: Regression, of values: [Double], positions: [Int]) {
    self.positions = positions
    let residuals = regression.residuals
    let size = dot(values, values) / Double(max(values.count, 1))
    let free = positions.count - regression.basis.count
    guard free > 0, dot(residuals, residuals) > 1e-20 * (size + 1) * Double(positions.count) else {
      warnings = [.constantSeries]
      return
    }
    let pairs = positions.indices.dropFirst().filter { positions[$0] == positions[$0 - 1] + 1 }
    let sums = LagSums(positions: positions, basis: regression.basis, pairs: pairs)
    if pairs.count >= 4 && free >= 3 {
      fitPersistence(residuals, pairs, sums, parameters: regression.basis.count)
    } else {
      warnings.append(.persistenceUnknown(pairs: pairs.count))
      persistence = Parameter(0, error: 1 / Double(max(pairs.count, 1)).squareRoot(), scale: .atanh)
    }
    fitSpreads(residuals, pairs, sums, free: Double(free))
  }

  /// The standard deviation of `Σ weights·x`, the error of a least-squares coefficient.
  func error(of weights: [Double]) -> Double {
    let powers = Self.powers(of: persistence.estimate, upTo: positions.last ?? 0)
    var variance = 0.0
    for i in positions.indices {
      for j in positions.indices {
        variance += weights[i] * weights[j] * powers[abs(positions[i] - positions[j])]
      }
    }
    return spread.estimate * max(variance, 0).squareRoot()
  }

  /// Matches the least-squares slope over the pairs to its expectation.
  ///
  /// `φ̂ = Σ e_{t−1}·e_t / Σ e_{t−1}²` is too small in short series, so φ solves `φ̂ = h(φ)` with
  /// `h(φ) = E[Σ e_{t−1}·e_t] / E[Σ e_{t−1}²] − 2φ/m` over m pairs: the ratio carries what the
  /// regressors take away, the last term is the bias for a known mean. For a level alone h is
  /// Kendall's `φ − (1 + 3φ)/m` to first order, with a trend `φ − (2 + 4φ)/m` (Kendall 1954;
  /// Marriott and Pope 1954). The error is that of φ̂, `√((1 − φ²)/f)` with f months beyond the
  /// regressors, divided by the slope of h; on the scale of atanh it is at most 1 **[assumption]**.
  private mutating func fitPersistence(
    _ residuals: [Double], _ pairs: [Int], _ sums: LagSums, parameters: Int
  ) {
    let products = pairs.reduce(0) { $0 + residuals[$1 - 1] * residuals[$1] }
    let squares = pairs.reduce(0) { $0 + residuals[$1 - 1] * residuals[$1 - 1] }
    let count = Double(pairs.count)
    let slope = squares > 0 ? products / squares : 0
    func expected(_ phi: Double) -> Double {
      LagSums.value(sums.products, at: phi) / LagSums.value(sums.earlier, at: phi) - 2 * phi / count
    }
    let bound = Self.bound
    var (low, high) = (-bound, bound)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if expected(middle) < slope { low = middle } else { high = middle }
    }
    let phi = (low + high) / 2
    if slope >= expected(bound) || slope <= expected(-bound) {
      warnings.append(.persistenceCapped(at: phi < 0 ? -bound : bound))
    }
    let steepness = (expected(phi + 0.005) - expected(phi - 0.005)) / 0.01
    let free = Double(max(positions.count - parameters, 3))
    let error = 1 / (free * (1 - phi * phi)).squareRoot() / max(steepness, 0.25)
    persistence = Parameter(phi, error: min(error, 1), scale: .atanh)
  }

  /// Takes each spread from a quadratic form of the residuals over its expectation at unit spread.
  ///
  /// `σ² = Σ (e_t − φ·e_{t−1})² / ν` over the pairs, with ν less the one degree of freedom
  /// that φ took, and `s² = Σ e_t² / ν'`. Errors of their logarithms: `1/√(2ν)`, and
  /// `√((1 + φ²)/(1 − φ²)/(2f))` with f months beyond the regressors.
  private mutating func fitSpreads(
    _ residuals: [Double], _ pairs: [Int], _ sums: LagSums, free: Double
  ) {
    let phi = persistence.estimate
    let total = dot(residuals, residuals)
    let stationary = (total / max(LagSums.value(sums.squares, at: phi), 1e-9)).squareRoot()
    let width = ((1 + phi * phi) / (1 - phi * phi) / (2 * free)).squareRoot()
    spread = Parameter(stationary, error: min(width, 1), scale: .log)
    let innovations = pairs.map { residuals[$0] - phi * residuals[$0 - 1] }
    let form =
      LagSums.value(sums.later, at: phi) - 2 * phi * LagSums.value(sums.products, at: phi)
      + phi * phi * LagSums.value(sums.earlier, at: phi)
    let freedom = form / (1 - phi * phi) - 1
    let sigma = (dot(innovations, innovations) / max(freedom, 1)).squareRoot()
    guard freedom >= 1, sigma > 0 else {
      let fallback = stationary * (1 - phi * phi).squareRoot()
      innovation = Parameter(fallback, error: min(width, 1), scale: .log)
      return
    }
    innovation = Parameter(sigma, error: 1 / (2 * freedom).squareRoot(), scale: .log)
  }

  private static func powers(of base: Double, upTo last: Int) -> [Double] {
    var powers = [1.0]
    for _ in 0..<last { powers.append((powers.last ?? 1) * base) }
    return powers
  }
}
