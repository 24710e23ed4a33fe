public import Contracts
import Simulation

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

  /// The mean of the worst `share` of ascending values, of at least one.
  fileprivate func meanOfWorst(_ share: Double) -> Double {
    Array(self[Swift.min(Int(Double(count) * (1 - share)), count - 1)...]).mean
  }
}

extension Criterion.Statistic {
  /// The figure of a cost that has the `ascending` values, at least one.
  public func callAsFunction(ofAscending ascending: [Double]) -> Double {
    switch self {
    case .mean: ascending.mean
    case .p80: ascending.quantile(0.80)
    case .p90: ascending.quantile(0.90)
    case .cvar95: ascending.meanOfWorst(0.05)
    }
  }
}
