public import CRows

extension Row {
  /// self = eˣ of self, within 1 ulp.
  ///
  /// Infinite above 709.79, subnormal below −708.4, 0 below −745.14; a NaN stays.
  @inlinable @inline(__always) public func exponentiate() { unsafe rows_exponentiate(lanes) }

  /// self = √self, correctly rounded; not a number below 0.
  @inlinable @inline(__always) public func squareRoot() { unsafe rows_square_root(lanes) }

  /// self = ⌊self⌋ where |self| < 2⁵¹, by means of `scratch`; a NaN stays.
  public func roundDown(by scratch: Row) {
    scratch.copy(self)
    // Beyond 2⁵² a double has no fraction: the sum is rounded to the nearest whole number.
    self.add(0x1.8p52)
    self.add(-0x1.8p52)
    scratch.indicator(of: self, .above, scratch)
    self.subtract(scratch)
  }

  /// self = 1 ÷ (1 + e⁻ˣ) of self, within 3 ulp from −700 on.
  @inlinable @inline(__always) public func logistic() { unsafe rows_logistic(lanes) }
}
