public import CRows

/// Reductions over the first `count` lanes.
///
/// Lane i goes to accumulator i mod 16; of these k and k + 8 are put together, and the eight are folded as
/// ((0 1)(2 3))((4 5)(6 7)).
extension Row {
  /// The sum of the first `count` lanes.
  @inlinable @inline(__always) public func sum(first count: Int = Lanes.count) -> Double {
    unsafe rows_sum(lanes, Row.checked(count))
  }

  /// The sum of squares of the first `count` lanes.
  @inlinable @inline(__always)
  public func sumOfSquares(first count: Int = Lanes.count) -> Double {
    unsafe rows_sum_of_products(lanes, lanes, Row.checked(count))
  }

  /// The sum of self × other over the first `count` lanes.
  @inlinable @inline(__always)
  public func sum(times other: Row, first count: Int = Lanes.count) -> Double {
    unsafe rows_sum_of_products(lanes, other.lanes, Row.checked(count))
  }

  /// The least of the first `count` lanes, ∞ of none; NaNs are passed over.
  @inlinable @inline(__always) public func minimum(first count: Int = Lanes.count) -> Double {
    unsafe rows_minimum(lanes, Row.checked(count))
  }

  /// The greatest of the first `count` lanes, −∞ of none; NaNs are passed over.
  @inlinable @inline(__always) public func maximum(first count: Int = Lanes.count) -> Double {
    unsafe rows_maximum(lanes, Row.checked(count))
  }

  @inlinable @inline(__always) internal static func checked(_ count: Int) -> Int32 {
    precondition(0 <= count && count <= Lanes.count, "a row has no such number of lanes")
    return Int32(truncatingIfNeeded: count)
  }
}
