public import Contracts

/// An estimate and its Monte Carlo standard error.
public struct Estimate: Hashable, Sendable {
  /// The estimate.
  public var value: Double

  /// Its standard error.
  public var standardError: Double

  /// Creates an estimate.
  public init(_ value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }

  /// The share `share` of `count` futures.
  ///
  /// The standard error is that of `(k + 1)/(n + 2)`, so that a share of 0 or 1 has one too.
  public static func share(_ share: Double, of count: Int) -> Estimate {
    let shrunk = (share * Double(count) + 1) / Double(count + 2)
    return Estimate(
      share, standardError: (shrunk * (1 - shrunk) / Double(max(count, 1))).squareRoot())
  }
}

extension Moments {
  /// The mean with its standard error.
  public var estimate: Estimate { Estimate(mean, standardError: standardError) }
}

/// The distribution of a cost over the simulated futures.
public struct Summary: Hashable, Sendable {
  /// The levels at which quantiles are stated.
  public static let levels = [0.05, 0.10, 0.25, 0.50, 0.75, 0.80, 0.90, 0.95]

  /// The mean.
  public var mean: Estimate

  /// The standard deviation over futures.
  public var standardDeviation: Double

  /// The quantiles at ``levels``, in their order.
  public var quantiles: [Estimate]

  /// The mean of the worst twentieth of the futures.
  public var cvar95: Estimate

  /// Where the quantiles come from.
  public var method: QuantileMethod

  init(_ moments: Moments, _ ranked: any RankedValues) {
    mean = moments.estimate
    standardDeviation = moments.variance.squareRoot()
    method = ranked.method
    quantiles = Self.levels.map(ranked.quantileEstimate)
    cvar95 = ranked.tailMean(0.95)
  }

  /// The quantile at one of ``levels``.
  public subscript(level: Double) -> Estimate {
    Self.levels.firstIndex(of: level).map { quantiles[$0] } ?? Estimate(.nan, standardError: .nan)
  }
}

extension Outcome {
  /// The distribution of the cost of option `position` on `basis`.
  public func summary(of position: Int, _ basis: CostBasis) -> Summary {
    Summary(options[position].cost(basis), rankedCosts(of: position, basis))
  }

  /// The costs of option `position` on `basis` in all futures: each by itself where the sample holds
  /// them all, otherwise by bin.
  func rankedCosts(of position: Int, _ basis: CostBasis) -> any RankedValues {
    let sampled = sample.cost(basis)[position]
    guard sampled.count < futures else { return SortedValues(sampled) }
    return BinnedValues(options[position].beyondSample(basis).with(sampled))
  }
}
