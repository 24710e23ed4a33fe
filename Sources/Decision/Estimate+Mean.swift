public import Contracts
public import Simulation

extension Estimate {
  /// The mean of `values`, which are independent, with its standard error.
  init(of values: [Double]) {
    self.init(values.mean, standardError: Decision.standardError(of: values))
  }
}

/// The standard error of the mean of `values`, which are independent; infinite for a single one.
func standardError(of values: [Double]) -> Double {
  let n = Double(values.count)
  guard n > 1 else { return .infinity }
  let mean = values.mean
  let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
  return (variance / n).squareRoot()
}

extension [Double] {
  /// The mean; not a number without values.
  var mean: Double { reduce(0, +) / Double(count) }
}

extension Criterion.Statistic {
  /// The figure of a cost that has `values`.
  public func callAsFunction(of values: SortedValues) -> Double {
    switch self {
    case .mean: values.mean
    case .p80: values.quantile(0.80)
    case .p90: values.quantile(0.90)
    case .cvar95: values.meanOfWorst(0.05)
    }
  }
}
