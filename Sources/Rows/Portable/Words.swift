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

  static func wordsIndicate(_ s: RowsWords, _ value: RowsMoneyIn, _ least: Double) {
    for i in 0..<Lanes.count { unsafe s[i] = value[i] >= least ? 1 : 0 }
  }

  static func wordsCount(_ s: RowsWords, _ words: RowsWordsIn, _ where: RowsWordsIn) {
    for i in 0..<Lanes.count { unsafe s[i] &+= words[i] & `where`[i] }
  }

  static func wordsAdd(_ s: RowsWords, _ x: RowsWordsIn) {
    for i in 0..<Lanes.count { unsafe s[i] &+= x[i] }
  }

  static func wordsSum(_ s: RowsWordsIn, _ count: Int32) -> UInt64 {
    (0..<Int(count)).reduce(0) { unsafe $0 + UInt64(s[$1]) }
  }

  static func wordsSumOfSquares(_ s: RowsWordsIn, _ count: Int32) -> UInt64 {
    (0..<Int(count)).reduce(0) { unsafe $0 &+ UInt64(s[$1]) &* UInt64(s[$1]) }
  }
}
