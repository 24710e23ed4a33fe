extension Outcome {
  /// The future of the sample whose cost of option `position` on ``basis`` lies nearest the median;
  /// of equally near ones the lowest.
  public func futureNearestMedian(of position: Int) -> Int {
    let median = summary(of: position, basis)[0.50].value
    let costs = sample.cost(basis)[position]
    return costs.indices.min { abs(costs[$0] - median) < abs(costs[$1] - median) } ?? 0
  }
}
