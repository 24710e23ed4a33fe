import CRows

extension Portable {
  static func limitAtMost(_ s: RowsMoney, _ bound: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] = atMost(s[i], bound[i]) }
  }

  static func limitAtLeast(_ s: RowsMoney, _ bound: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] = atLeast(s[i], bound[i]) }
  }

  static func setAtLeast(_ s: RowsMoney, _ x: RowsMoneyIn, _ bound: Double) {
    for i in 0..<Lanes.count { unsafe s[i] = atLeast(x[i], bound) }
  }

  static func clip(_ s: RowsMoney, _ lo: Double, _ hi: Double) {
    for i in 0..<Lanes.count { unsafe s[i] = atMost(atLeast(s[i], lo), hi) }
  }

  static func setShortfall(
    _ s: RowsMoney, _ value: RowsMoneyIn, _ need: RowsMoneyIn, _ c: Double
  ) {
    for i in 0..<Lanes.count { unsafe s[i] = atLeast(need[i] * c - value[i], 0) }
  }

  // Both keep a NaN of x, and of two equal numbers (0 and −0) keep x, which Swift's min does not.
  @inline(__always) static func atMost(_ x: Double, _ bound: Double) -> Double {
    bound < x ? bound : x
  }

  @inline(__always) static func atLeast(_ x: Double, _ bound: Double) -> Double {
    bound > x ? bound : x
  }
}
