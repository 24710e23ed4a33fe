public import CRows

/// A window of months in ``Lanes/count`` futures: bit 0 is this month, bit 1 the last.
@safe
public struct WordRow {
  @usableFromInline internal let lanes: UnsafeMutablePointer<UInt32>

  @inlinable internal init(_ lanes: UnsafeMutablePointer<UInt32>) {
    unsafe self.lanes = unsafe lanes
  }

  /// The window in one future, for tests and explanations.
  @inlinable public subscript(lane: Int) -> UInt32 {
    get {
      precondition(0 <= lane && lane < Lanes.count, "a row has no such lane")
      return unsafe lanes[lane]
    }
    nonmutating set {
      precondition(!rows_tape_is_recording(), "a lane that is set cannot be recorded")
      precondition(0 <= lane && lane < Lanes.count, "a row has no such lane")
      unsafe lanes[lane] = newValue
    }
  }

  /// self = c.
  @inlinable @inline(__always) public func fill(_ c: UInt32) {
    unsafe rows_words_fill(lanes, c)
  }

  /// self = other.
  @inlinable @inline(__always) public func copy(_ other: WordRow) {
    unsafe rows_words_copy(lanes, other.lanes)
  }

  /// self += the number of bits of the last `months` months in `words`, of which bit 0 is `month`;
  /// months after `last` are left out.
  ///
  /// - Precondition: `months` is in 1…32 and `last` holds whole numbers.
  @inlinable @inline(__always)
  public func count(_ words: WordRow, months: Int, upTo last: Row, in month: Int) {
    precondition(1 <= months && months <= 32, "a window has 1 to 32 months")
    unsafe rows_words_count(
      lanes, words.lanes, Int32(truncatingIfNeeded: months), last.lanes, Double(month))
  }

  /// self += other.
  @inlinable @inline(__always) public func add(_ other: WordRow) {
    unsafe rows_words_add(lanes, other.lanes)
  }

  /// Takes this month's bit from self where rule is not 0.
  @inlinable @inline(__always) public func clearMonth(where rule: Row) {
    unsafe rows_words_clear_month(lanes, rule.lanes)
  }

  /// self = 0 where rule is not 0: no month is remembered.
  @inlinable @inline(__always) public func clear(where rule: Row) {
    unsafe rows_words_clear(lanes, rule.lanes)
  }

  /// The sum of the first `count` lanes.
  @inlinable @inline(__always) public func sum(first count: Int = Lanes.count) -> UInt64 {
    unsafe rows_words_sum(lanes, Row.checked(count))
  }

  /// The sum of squares of the first `count` lanes.
  @inlinable @inline(__always) public func sumOfSquares(first count: Int = Lanes.count) -> UInt64 {
    unsafe rows_words_sum_of_squares(lanes, Row.checked(count))
  }

  @inlinable @inline(__always) internal static func mask(of months: Int) -> UInt32 {
    precondition(1 <= months && months <= 32, "a window has 1 to 32 months")
    return UInt32.max >> UInt32(truncatingIfNeeded: 32 - months)
  }
}

/// A new month: the window moves by one, and bit 0 is whether `value` compares so with `target`.
extension WordRow {
  /// self = 2 × self + [value ∼ target].
  @inlinable @inline(__always)
  public func push(_ value: LatentRow, _ comparison: Comparison, _ target: LatentRow) {
    unsafe rows_words_push_latent(lanes, value.lanes, comparison.code, target.lanes)
  }

  /// self = 2 × self + [value ∼ target].
  @inlinable @inline(__always)
  public func push(_ value: LatentRow, _ comparison: Comparison, _ target: Float) {
    unsafe rows_words_push_latent_constant(lanes, value.lanes, comparison.code, target)
  }

  /// self = 2 × self + [value ∼ target].
  @inlinable @inline(__always)
  public func push(_ value: Row, _ comparison: Comparison, _ target: Row) {
    unsafe rows_words_push_row(lanes, value.lanes, comparison.code, target.lanes)
  }

  /// self = 2 × self + [value ∼ target].
  @inlinable @inline(__always)
  public func push(_ value: Row, _ comparison: Comparison, _ target: Double) {
    unsafe rows_words_push_row_constant(lanes, value.lanes, comparison.code, target)
  }
}
