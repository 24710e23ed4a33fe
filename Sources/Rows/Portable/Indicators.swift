import CRows

extension Portable {
  static func indicate(
    _ s: RowsMoney, _ value: RowsMoneyIn, _ comparison: RowsComparison, _ bound: RowsMoneyIn
  ) {
    for i in 0..<Lanes.count {
      unsafe s[i] = holds(value[i], comparison, bound[i]) ? 1 : 0
    }
  }

  static func indicateConstant(
    _ s: RowsMoney, _ value: RowsMoneyIn, _ comparison: RowsComparison, _ bound: Double
  ) {
    for i in 0..<Lanes.count { unsafe s[i] = holds(value[i], comparison, bound) ? 1 : 0 }
  }

  static func setBit(_ s: RowsMoney, _ words: RowsWordsIn, _ hit: Double, _ miss: Double) {
    for i in 0..<Lanes.count { unsafe s[i] = words[i] & 1 == 1 ? hit : miss }
  }

  static func setRun(
    _ s: RowsMoney, _ words: RowsWordsIn, _ mask: UInt32,
    _ run: Double, _ single: Double, _ none: Double
  ) {
    for i in 0..<Lanes.count {
      let now = unsafe words[i] & 1 == 1 ? single : none
      unsafe s[i] = words[i] & mask == mask ? run : now
    }
  }

  static func setCount(_ s: RowsMoney, _ words: RowsWordsIn, _ mask: UInt32, _ least: Int32) {
    for i in 0..<Lanes.count {
      unsafe s[i] = (words[i] & mask).nonzeroBitCount >= Int(least) ? 1 : 0
    }
  }

  static func addBit(_ s: RowsMoney, _ words: RowsWordsIn, _ weight: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] += words[i] & 1 == 1 ? weight[i] : 0 }
  }

  /// Whether `value` compares so with `bound`; with a NaN it does not.
  @inline(__always)
  static func holds<F: BinaryFloatingPoint>(
    _ value: F, _ comparison: RowsComparison, _ bound: F
  ) -> Bool {
    switch comparison {
    case ROWS_BELOW: value < bound
    case ROWS_AT_MOST: value <= bound
    case ROWS_ABOVE: value > bound
    default: value >= bound
    }
  }
}
