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

  /// self += other × c.
  @inlinable @inline(__always) public func add(_ other: Row, times c: Double) {
    unsafe rows_add_scaled(lanes, other.lanes, c)
  }

  /// self += a × b.
  @inlinable @inline(__always) public func add(_ a: Row, times b: Row) {
    unsafe rows_add_product(lanes, a.lanes, b.lanes)
  }

  /// self += (amount × weight) × c.
  @inlinable @inline(__always) public func post(_ amount: Row, weight: Row, scale c: Double) {
    unsafe rows_post(lanes, amount.lanes, weight.lanes, c)
  }
}
