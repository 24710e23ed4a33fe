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

  static func addRuns(
    _ s: RowsMoney, _ base: RowsMoneyIn, _ runs: UnsafePointer<RowsRun>?, _ count: Int32
  ) {
    let runs = unsafe UnsafeBufferPointer(start: runs, count: Int(count))
    for r in 0..<runs.count {
      let run = unsafe runs[r]
      for i in 0..<Lanes.count {
        let now = unsafe run.words[i] & 1 == 1 ? run.once : 0
        let weight = unsafe run.words[i] & run.mask == run.mask ? run.run : now
        unsafe s[i] += base[i] * weight
      }
    }
  }

  static func addCount(_ s: RowsMoney, _ words: RowsWordsIn, _ mask: UInt32, _ weight: Double) {
    for i in 0..<Lanes.count {
      unsafe s[i] += Double((words[i] & mask).nonzeroBitCount) * weight
    }
  }

  static func addPairs(
    _ s: RowsMoney, _ words: RowsWordsIn, _ mask: UInt32, _ apart: Int32, _ weight: Double
  ) {
    for i in 0..<Lanes.count {
      let pairs = unsafe words[i] & (words[i] >> UInt32(apart)) & mask
      unsafe s[i] += Double(pairs.nonzeroBitCount) * weight
    }
  }

  static func raiseCount(
    _ s: RowsMoney, _ words: RowsWordsIn, _ mask: UInt32, _ least: Int32, _ ceiling: RowsMoneyIn
  ) {
    for i in 0..<Lanes.count {
      let isReached = unsafe (words[i] & mask).nonzeroBitCount >= Int(least)
      let raised = unsafe isReached ? ceiling[i] : 0
      unsafe s[i] = raised > s[i] ? raised : s[i]
    }
  }

  static func replaceFirst(
    _ s: RowsMoney, _ first: RowsMoney, _ rule: RowsMoneyIn, _ vacant: Double, _ c: Double
  ) {
    for i in 0..<Lanes.count {
      let hit = unsafe (s[i] == vacant ? 1 : 0) * rule[i]
      unsafe first[i] += hit
      unsafe s[i] = hit != 0 ? c : s[i]
    }
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
