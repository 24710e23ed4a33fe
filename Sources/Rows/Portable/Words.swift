import CRows

extension Portable {
  static func wordsFill(_ s: RowsWords, _ c: UInt32) {
    for i in 0..<Lanes.count { unsafe s[i] = c }
  }

  static func wordsCopy(_ s: RowsWords, _ x: RowsWordsIn) {
    for i in 0..<Lanes.count { unsafe s[i] = x[i] }
  }

  static func wordsPushLatent(
    _ s: RowsWords, _ value: RowsLatentIn, _ comparison: RowsComparison, _ target: RowsLatentIn
  ) {
    for i in 0..<Lanes.count {
      unsafe s[i] = s[i] << 1 | (holds(value[i], comparison, target[i]) ? 1 : 0)
    }
  }

  static func wordsPushLatentConstant(
    _ s: RowsWords, _ value: RowsLatentIn, _ comparison: RowsComparison, _ target: Float
  ) {
    for i in 0..<Lanes.count {
      unsafe s[i] = s[i] << 1 | (holds(value[i], comparison, target) ? 1 : 0)
    }
  }

  static func wordsPushRow(
    _ s: RowsWords, _ value: RowsMoneyIn, _ comparison: RowsComparison, _ target: RowsMoneyIn
  ) {
    for i in 0..<Lanes.count {
      unsafe s[i] = s[i] << 1 | (holds(value[i], comparison, target[i]) ? 1 : 0)
    }
  }

  static func wordsPushRowConstant(
    _ s: RowsWords, _ value: RowsMoneyIn, _ comparison: RowsComparison, _ target: Double
  ) {
    for i in 0..<Lanes.count {
      unsafe s[i] = s[i] << 1 | (holds(value[i], comparison, target) ? 1 : 0)
    }
  }

  static func wordsCount(
    _ s: RowsWords, _ words: RowsWordsIn, _ months: Int32, _ last: RowsMoneyIn, _ month: Double
  ) {
    let asked: UInt64 = 1 << UInt64(months) - 1
    for i in 0..<Lanes.count {
      let passed = unsafe month - last[i]
      let shift: Double = passed > 32 ? 32 : passed < 0 ? 0 : passed
      let mask = UInt32(truncatingIfNeeded: asked & (~0 << UInt64(shift)))
      unsafe s[i] &+= UInt32((words[i] & mask).nonzeroBitCount)
    }
  }

  static func wordsAdd(_ s: RowsWords, _ x: RowsWordsIn) {
    for i in 0..<Lanes.count { unsafe s[i] &+= x[i] }
  }

  static func wordsClearMonth(_ s: RowsWords, _ rule: RowsMoneyIn) {
    for i in 0..<Lanes.count where unsafe rule[i] != 0 { unsafe s[i] &= ~1 }
  }

  static func wordsClear(_ s: RowsWords, _ rule: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] = rule[i] != 0 ? 0 : s[i] }
  }

  static func wordsSum(_ s: RowsWordsIn, _ count: Int32) -> UInt64 {
    (0..<Int(count)).reduce(0) { unsafe $0 + UInt64(s[$1]) }
  }

  static func wordsSumOfSquares(_ s: RowsWordsIn, _ count: Int32) -> UInt64 {
    (0..<Int(count)).reduce(0) { unsafe $0 &+ UInt64(s[$1]) &* UInt64(s[$1]) }
  }
}
