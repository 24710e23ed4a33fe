import Rows

extension ArraySlice<Double> {
  /// The values from lowest to highest.
  public func ascending() -> [Double] { DealtValues(self).ascending() }
}

extension [Double] {
  /// The values from lowest to highest.
  public func ascending() -> [Double] { self[...].ascending() }
}

/// Values dealt into buckets of equal breadth, which stand in order: only those that are looked at
/// need be sorted.
struct DealtValues {
  /// The values, bucket by bucket.
  private var dealt: [Double]

  /// Where each bucket ends; none where all values are sorted.
  private var ends: [Int32] = []
  private var lowest = 0.0
  private var scale = 0.0

  /// Deals `values` into an eighth as many buckets: few have to be moved far within their bucket, and
  /// the ends stay in the processor's nearest cache.
  init(_ values: ArraySlice<Double>) {
    dealt = []
    guard let breadth = values.breadth else {
      dealt = values.sorted()
      return
    }
    lowest = breadth.lowerBound
    let last = values.count / 8
    scale = Double(last) / (breadth.upperBound - breadth.lowerBound)
    guard scale.isFinite, scale > 0 else {
      dealt = values.sorted()
      return
    }
    deal(values, upTo: last)
  }

  private mutating func deal(_ values: ArraySlice<Double>, upTo last: Int) {
    let (lowest, scale) = (lowest, scale)
    var ends = [Int32](repeating: 0, count: last + 2)
    for value in values { ends[((value - lowest) * scale).nearest + 1] += 1 }
    for bucket in 1...(last + 1) { ends[bucket] += ends[bucket - 1] }
    var dealt = Array(repeating: 0.0, count: values.count)
    for value in values {
      let bucket = ((value - lowest) * scale).nearest
      dealt[Int(ends[bucket])] = value
      ends[bucket] += 1
    }
    (self.dealt, self.ends) = (dealt, ends)
  }

  /// The number of values.
  var count: Int { dealt.count }

  /// The value of `rank`, 0 for the lowest.
  subscript(rank: Int) -> Double {
    let bucket = bucket(at: rank)
    guard bucket.count > 1 else { return dealt[rank] }
    return dealt[bucket].sorted()[rank - bucket.lowerBound]
  }

  /// All values from lowest to highest.
  func ascending() -> [Double] { ascending(from: 0) }

  /// The values from `rank` on, from lowest to highest.
  func ascending(from rank: Int) -> [Double] {
    guard rank < count else { return [] }
    let start = bucket(at: rank).lowerBound
    var rest = Array(dealt[start...])
    if !ends.isEmpty { rest.settle(within: ends, from: Int32(start)) }
    return start == rank ? rest : Array(rest[(rank - start)...])
  }

  /// A rank below which no value exceeds `threshold`: where its bucket begins.
  func firstRank(near threshold: Double) -> Int {
    guard !ends.isEmpty, threshold > lowest else { return 0 }
    let bucket = min((threshold - lowest) * scale, Double(ends.count - 1)).nearest
    return bucket == 0 ? 0 : Int(ends[bucket - 1])
  }

  /// The places of the bucket in which the value of `rank` is.
  private func bucket(at rank: Int) -> Range<Int> {
    guard !ends.isEmpty else { return rank..<(rank + 1) }
    let bucket = ((dealt[rank] - lowest) * scale).nearest
    return (bucket == 0 ? 0 : Int(ends[bucket - 1]))..<Int(ends[bucket])
  }
}

extension Double {
  /// The nearest whole number of one from 0 to below 2³².
  ///
  /// From 2⁵² on numbers lie 1 apart, so that it stands in the low bits; a conversion would ask for the
  /// range first.
  fileprivate var nearest: Int { Int(UInt32(truncatingIfNeeded: (self + 0x1p52).bitPattern)) }
}

extension [Double] {
  /// Sorts buckets, of which `ends` are the ends counted from `first` before these values, by moving
  /// values to their places; large ones are sorted first.
  fileprivate mutating func settle(within ends: [Int32], from first: Int32) {
    var start = 0
    for end in ends where end > first {
      let end = Int(end - first)
      if end - start > 32 { self[start..<end].sort() }
      start = end
    }
    guard count > 1 else { return }
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
