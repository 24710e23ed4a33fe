extension ArraySlice<Double> {
  /// The values from lowest to highest.
  ///
  /// They are dealt into as many buckets of equal breadth as there are values, after which hardly
  /// one has to be moved.
  public func ascending() -> [Double] {
    guard let lowest = self.min(), let highest = self.max(), lowest < highest,
      (highest - lowest).isFinite, allSatisfy(\.isFinite)
    else { return sorted() }
    let scale = Double(count - 1) / (highest - lowest)
    guard scale.isFinite else { return sorted() }
    let count = count
    let buckets = map { Int32(($0 - lowest) * scale) }
    var ends = Array(repeating: Int32(0), count: count + 1)
    for bucket in buckets { ends[Int(bucket) + 1] += 1 }
    for bucket in 1...count { ends[bucket] += ends[bucket - 1] }
    var places = ends
    var dealt = Array(repeating: 0.0, count: count)
    for (value, bucket) in zip(self, buckets) {
      dealt[Int(places[Int(bucket)])] = value
      places[Int(bucket)] += 1
    }
    for bucket in 0..<count where ends[bucket + 1] - ends[bucket] > 1 {
      dealt[Int(ends[bucket])..<Int(ends[bucket + 1])].sort()
    }
    return dealt
  }
}

extension [Double] {
  /// The values from lowest to highest.
  public func ascending() -> [Double] { self[...].ascending() }
}
