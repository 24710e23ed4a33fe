public import CRows

extension Row {
  /// The sum of self × other over the first `count` lanes, in the order of every reduction.
  @inlinable @inline(__always)
  public func sum(times other: Row, first count: Int = Lanes.count) -> Double {
    unsafe rows_sum_of_products(lanes, other.lanes, Row.checked(count))
  }

  /// self += weight × the number of the last `window` months that have their bit.
  ///
  /// - Precondition: `window` is in 1…32.
  @inlinable @inline(__always)
  public func addCount(from words: WordRow, window: Int, times weight: Double) {
    unsafe rows_add_count(lanes, words.lanes, WordRow.mask(of: window), weight)
  }
}
