extension Outcome {
  /// The future of the sample whose cost of option `position` on ``basis`` lies nearest the
  /// sample's median; of equally near ones the lowest.
  ///
  /// Of an even number the two in the middle are equally near.
  public func futureNearestMedian(of position: Int) -> Int {
    let costs = sample.cost(basis)[position]
    let sorted = costs.sorted()
    let middle = [sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2]]
    return costs.firstIndex { middle.contains($0) } ?? 0
  }
}
