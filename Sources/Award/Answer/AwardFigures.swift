/// The distribution of what an award costs.
public struct AwardFigures: Hashable, Sendable {
  /// The mean net present cost.
  public var mean: Double

  /// Its Monte Carlo standard error; not a number for one future.
  public var standardError: Double

  /// The quantiles at 5, 50 and 95 per cent, between order statistics.
  public var quantiles: [Double]

  /// The mean of the futures beyond the objective's tail.
  public var tailMean: Double

  /// Measures the costs of an award in each future.
  ///
  /// - Precondition: there is a future.
  public init(_ costs: [Double], tail: Double) {
    precondition(!costs.isEmpty, "an award costs something in some future")
    let count = Double(costs.count)
    let mean = costs.mean
    self.mean = mean
    let squares = costs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = costs.count > 1 ? (squares / (count - 1) / count).squareRoot() : .nan
    let sorted = costs.sorted()
    quantiles = [0.05, 0.50, 0.95].map { level in
      let rank = level * (count - 1)
      let below = Int(rank)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (rank - Double(below)) * (sorted[above] - sorted[below])
    }
    tailMean = Tail(of: costs, beyond: tail).mean
  }
}
