public import CRows

extension Row {
  /// self = min(self, bound); a NaN of self stays.
  @inlinable @inline(__always) public func limit(atMost bound: Row) {
    unsafe rows_limit_at_most(lanes, bound.lanes)
  }

  /// self = max(self, bound); a NaN of self stays.
  @inlinable @inline(__always) public func limit(atLeast bound: Row) {
    unsafe rows_limit_at_least(lanes, bound.lanes)
  }

  /// self = max(self, bound); a NaN of self stays.
  @inlinable @inline(__always) public func limit(atLeast bound: Double) {
    unsafe rows_set_at_least(lanes, lanes, bound)
  }

  /// self = max(other, bound); a NaN of other stays.
  @inlinable @inline(__always) public func copy(_ other: Row, atLeast bound: Double) {
    unsafe rows_set_at_least(lanes, other.lanes, bound)
  }

  /// self = max(need × c − value, 0).
  @inlinable @inline(__always)
  public func setShortfall(of value: Row, below need: Row, times c: Double) {
    unsafe rows_set_shortfall(lanes, value.lanes, need.lanes, c)
  }

  /// self = min(max(self, lo), hi).
  @inlinable @inline(__always) public func clip(_ lo: Double, _ hi: Double) {
    unsafe rows_clip(lanes, lo, hi)
  }
}
