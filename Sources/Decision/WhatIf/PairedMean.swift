public import Contracts
public import Simulation

/// Means over futures of figures that are known future by future, with their standard errors.
enum Paired {
  /// The mean of `one − factor · other`.
  static func mean(_ one: [Double], less other: [Double], times factor: Double = 1) -> Estimate {
    mean(count: one.count) { one[$0] - factor * other[$0] }
  }

  /// The mean of `value` over `count` futures.
  static func mean(count: Int, _ value: (Int) -> Double) -> Estimate {
    Estimate(of: (0..<count).map(value))
  }

  /// The ratio `top.mean / bottom.mean` of two means over the same futures, whose error is that of the
  /// mean of `(top − ratio · bottom) / bottom.mean` (delta method); nothing where the bottom is no more
  /// than two standard errors from 0.
  static func ratio(_ top: [Double], over bottom: [Double]) -> Estimate? {
    let divisor = Estimate(of: bottom)
    guard abs(divisor.value) > 2 * divisor.standardError, divisor.value != 0 else { return nil }
    let ratio = top.mean / divisor.value
    let rest = mean(top, less: bottom, times: ratio)
    return Estimate(ratio, standardError: rest.standardError / abs(divisor.value))
  }
}

extension OptionOutcome {
  /// The plain mean cost on `basis`.
  public func mean(_ basis: CostBasis) -> Estimate {
    Estimate(of: cost(basis))
  }

  /// The mean difference of the cost on `basis` to that of `other`, in the same futures.
  public func gap(to other: OptionOutcome, _ basis: CostBasis) -> Estimate {
    Paired.mean(cost(basis), less: other.cost(basis))
  }
}
