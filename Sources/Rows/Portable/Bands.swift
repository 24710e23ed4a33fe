import CRows

extension Portable {
  static func setBand(
    _ s: RowsMoney, _ volume: RowsMoneyIn, _ rate: Double, _ lo: Double, _ hi: Double
  ) {
    let breadth = hi - lo
    for i in 0..<Lanes.count {
      unsafe s[i] = rate * atMost(positivePart(volume[i] - lo), breadth)
    }
  }

  static func addBand(
    _ s: RowsMoney, _ volume: RowsMoneyIn, _ rate: Double, _ lo: Double, _ hi: Double
  ) {
    let breadth = hi - lo
    for i in 0..<Lanes.count {
      unsafe s[i] += rate * atMost(positivePart(volume[i] - lo), breadth)
    }
  }

  static func setOutside(
    _ s: RowsMoney, _ volume: RowsMoneyIn, _ over: Double, _ above: Double, _ under: Double,
    _ below: Double
  ) {
    for i in 0..<Lanes.count {
      unsafe s[i] = above * positivePart(volume[i] - over) + below * positivePart(under - volume[i])
    }
  }

  static func addBeyond(
    _ s: RowsMoney, _ volume: RowsMoneyIn, _ baseline: Double, _ above: Double, _ rate: Double
  ) {
    for i in 0..<Lanes.count {
      unsafe s[i] += volume[i] > above ? rate * (volume[i] - baseline) : 0
    }
  }

  static func addBelow(
    _ s: RowsMoney, _ volume: RowsMoneyIn, _ baseline: Double, _ below: Double, _ rate: Double
  ) {
    for i in 0..<Lanes.count {
      unsafe s[i] += volume[i] < below ? rate * (baseline - volume[i]) : 0
    }
  }

  @inline(__always) private static func positivePart(_ x: Double) -> Double { 0 > x ? 0 : x }
}
