public import CRows

extension Row {
  /// self = eˣ of self, within 1 ulp.
  ///
  /// Infinite above 709.79, subnormal below −708.4, 0 below −745.14; a NaN stays.
  @inlinable @inline(__always) public func exponentiate() { unsafe rows_exponentiate(lanes) }

  /// self = √self, correctly rounded; not a number below 0.
  @inlinable @inline(__always) public func squareRoot() { unsafe rows_square_root(lanes) }

  /// self = 1 ÷ (1 + e⁻ˣ) of self, within 3 ulp from −700 on.
  @inlinable @inline(__always) public func logistic() { unsafe rows_logistic(lanes) }
}
