public import CRows

extension Row {
  /// self = 1 where `value` compares so with `bound`, else 0.
  @inlinable @inline(__always)
  public func indicator(of value: Row, _ comparison: Comparison, _ bound: Row) {
    unsafe rows_indicate(lanes, value.lanes, comparison.code, bound.lanes)
  }

  /// self = 1 where `value` compares so with `bound`, else 0.
  @inlinable @inline(__always)
  public func indicator(of value: Row, _ comparison: Comparison, _ bound: Double) {
    unsafe rows_indicate_constant(lanes, value.lanes, comparison.code, bound)
  }

  /// self += base × weight, the weight being c × `run` where each of the last `length` months has its
  /// bit, else c where this month has, else 0.
  ///
  /// - Precondition: `length` is in 1…32.
  @inlinable @inline(__always)
  public func add(
    _ base: Row, times c: Double, from words: WordRow, length: Int, run: Double
  ) {
    var weighed = unsafe rows_run(words.lanes, WordRow.mask(of: length), c, c * run)
    unsafe rows_add_runs(lanes, base.lanes, &weighed, 1)
  }

  /// self += weight × the number of the last `window` months that have their bit.
  ///
  /// - Precondition: `window` is in 1…32.
  @inlinable @inline(__always)
  public func addCount(from words: WordRow, window: Int, times weight: Double) {
    unsafe rows_add_count(lanes, words.lanes, WordRow.mask(of: window), weight)
  }

  /// self += weight × the number of the last `window` months that have their bit, as has the month
  /// `apart` before.
  ///
  /// - Precondition: `window` and `apart` are at least 1, and at most 32 together.
  @inlinable @inline(__always)
  public func addPairs(
    from words: WordRow, window: Int, apart: Int, times weight: Double
  ) {
    precondition(apart >= 1 && window + apart <= 32, "no more than 32 months are remembered")
    unsafe rows_add_pairs(
      lanes, words.lanes, WordRow.mask(of: window), Int32(truncatingIfNeeded: apart), weight)
  }

  /// self = max(self, ceiling) where at least `least` of the last `window` months have their bits.
  ///
  /// - Precondition: `window` is in 1…32.
  @inlinable @inline(__always)
  public func raise(to ceiling: Row, from words: WordRow, window: Int, atLeast least: Int) {
    unsafe rows_raise_count(
      lanes, words.lanes, WordRow.mask(of: window), Int32(clamping: least), ceiling.lanes)
  }
}
