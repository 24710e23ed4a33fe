public import CRows

extension LatentRow {
  /// self += other.
  @inlinable @inline(__always) public func add(_ other: LatentRow) {
    unsafe rows_latent_add(lanes, other.lanes)
  }

  /// self += c.
  @inlinable @inline(__always) public func add(_ c: Float) {
    unsafe rows_latent_add_constant(lanes, c)
  }

  /// self += other × c.
  @inlinable @inline(__always) public func add(_ other: LatentRow, times c: Float) {
    unsafe rows_latent_add_scaled(lanes, other.lanes, c)
  }

  /// self += a × b.
  @inlinable @inline(__always) public func add(_ a: LatentRow, times b: LatentRow) {
    unsafe rows_latent_add_product(lanes, a.lanes, b.lanes)
  }

  /// self ×= c.
  @inlinable @inline(__always) public func multiply(by c: Float) {
    unsafe rows_latent_multiply_constant(lanes, c)
  }

  /// self ×= other.
  @inlinable @inline(__always) public func multiply(by other: LatentRow) {
    unsafe rows_latent_multiply(lanes, other.lanes)
  }
}
