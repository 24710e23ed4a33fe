public import CRows

extension Row {
  /// self += other.
  @inlinable @inline(__always) public func add(_ other: Row) {
    unsafe rows_add(lanes, other.lanes)
  }

  /// self += c.
  @inlinable @inline(__always) public func add(_ c: Double) {
    unsafe rows_add_constant(lanes, c)
  }

  /// self −= other.
  @inlinable @inline(__always) public func subtract(_ other: Row) {
    unsafe rows_subtract(lanes, other.lanes)
  }

  /// self ×= other.
  @inlinable @inline(__always) public func multiply(by other: Row) {
    unsafe rows_multiply(lanes, other.lanes)
  }

  /// self ×= c.
  @inlinable @inline(__always) public func multiply(by c: Double) {
    unsafe rows_multiply_constant(lanes, c)
  }

  /// self ÷= other.
  @inlinable @inline(__always) public func divide(by other: Row) {
    unsafe rows_divide(lanes, other.lanes)
  }

  /// self = 1 − self.
  @inlinable @inline(__always) public func complement() { unsafe rows_complement(lanes) }

  /// self += (other × c) × factor, with a factor of 1 where there is none.
  @inlinable @inline(__always)
  public func add(_ other: Row, times c: Double, _ factor: Row? = nil) {
    unsafe rows_add_scaled(lanes, other.lanes, c, factor?.lanes)
  }

  /// self += c × factor, with a factor of 1 where there is none.
  @inlinable @inline(__always) public func add(_ c: Double, times factor: Row?) {
    if let factor { add(factor, times: c) } else { add(c) }
  }

  /// Where rule is not 0 and self is still `vacant`: first += rule, self = c.
  @inlinable @inline(__always)
  public func replaceFirst(_ vacant: Double, by c: Double, where rule: Row, noting first: Row) {
    unsafe rows_replace_first(lanes, first.lanes, rule.lanes, vacant, c)
  }
}
