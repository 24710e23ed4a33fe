extension ArraySlice<Double> {
  /// The values from lowest to highest.
  ///
  /// They are dealt into as many buckets of equal breadth as there are values, after which hardly
  /// one has to be moved.
  public func ascending() -> [Double] {
    guard var lowest = first else { return [] }
    var highest = lowest
    for value in self {
      lowest = value < lowest ? value : lowest
      highest = value > highest ? value : highest
      guard value.isFinite else { return sorted() }
    }
    let scale = Double(count - 1) / (highest - lowest)
    guard scale.isFinite, scale > 0 else { return sorted() }
    var ends = [Int32](repeating: 0, count: count + 1)
    for value in self { ends[Int((value - lowest) * scale) + 1] += 1 }
    for bucket in 1...count { ends[bucket] += ends[bucket - 1] }
    var dealt = Array(repeating: 0.0, count: count)
    for value in self {
      let bucket = Int((value - lowest) * scale)
      dealt[Int(ends[bucket])] = value
      ends[bucket] += 1
    }
    dealt.settle(within: ends)
    return dealt
  }
}

extension [Double] {
  /// The values from lowest to highest.
  public func ascending() -> [Double] { self[...].ascending() }

  /// Sorts buckets, of which `ends` are the ends, by moving values to their places; large ones are
  /// sorted first.
  fileprivate mutating func settle(within ends: [Int32]) {
    var start = 0
    for end in ends.lazy.map(Int.init) where end > start {
      if end - start > 32 { self[start..<end].sort() }
      start = end
    }
    for place in 1..<count {
      let value = self[place]
      var hole = place
      while hole > 0 && self[hole - 1] > value {
        self[hole] = self[hole - 1]
        hole -= 1
      }
      self[hole] = value
    }
  }
}
