public import Simulation

/// The expected regret of each option: the mean of its cost less that of the cheapest in the same
/// future.
///
/// The lowest of them is what it would be worth, at most, to know the future before choosing.
///
/// - Parameter costs: The costs by option and future, of the same futures.
/// - Returns: The regret of each option, in the costs' unit.
public func expectedRegret(_ costs: [[Double]]) -> [Estimate] {
  guard let futures = costs.first?.count, futures > 0 else { return [] }
  precondition(costs.allSatisfy { $0.count == futures }, "options are compared on equal futures")
  let n = Double(futures)
  let cheapest = (0..<futures).map { future in costs.map { $0[future] }.min() ?? 0 }
  return costs.map { own in
    let mean = zip(own, cheapest).reduce(0) { $0 + ($1.0 - $1.1) } / n
    let squares = zip(own, cheapest).reduce(0) { sum, pair in
      let deviation = pair.0 - pair.1 - mean
      return sum + deviation * deviation
    }
    return Estimate(mean, standardError: futures > 1 ? (squares / (n - 1) / n).squareRoot() : .nan)
  }
}
