public import Contracts

extension Outcome {
  /// The quantiles at `levels` of the cost of option `position` on `basis`, each with the order
  /// statistics `z` binomial standard deviations, `z·√(n·p·(1−p))` ranks, to either side.
  ///
  /// An interval that needs no density: it fails to hold the quantile as often as a binomial count
  /// lies `z` standard deviations off (David & Nagaraja, *Order Statistics*, 3rd ed. 2003, 7.1).
  public func quantileIntervals(
    of position: Int, _ basis: CostBasis, levels: [Double], z: Double
  ) -> [(value: Double, low: Double, high: Double)] {
    let ranked = rankedCosts(of: position, basis)
    let n = Double(ranked.count)
    return levels.map { level in
      let rank = (n - 1) * level
      let spread = z * (n * level * (1 - level)).squareRoot() + 1
      return (
        ranked.value(atRank: rank), ranked.value(atRank: max(rank - spread, 0)),
        ranked.value(atRank: min(rank + spread, n - 1))
      )
    }
  }

  /// The mean of the worst twentieth of the cost of option `position` on `basis`.
  public func tailMean(of position: Int, _ basis: CostBasis) -> Estimate {
    rankedCosts(of: position, basis).tailMean(0.95)
  }
}
