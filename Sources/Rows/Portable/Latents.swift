import CRows

extension Portable {
  static func latentFill(_ s: RowsLatent, _ c: Float) {
    for i in 0..<Lanes.count { unsafe s[i] = c }
  }

  static func latentCopy(_ s: RowsLatent, _ x: RowsLatentIn) {
    for i in 0..<Lanes.count { unsafe s[i] = x[i] }
  }

  static func latentNarrow(_ s: RowsLatent, _ x: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] = Float(x[i]) }
  }

  static func latentAdd(_ s: RowsLatent, _ x: RowsLatentIn) {
    for i in 0..<Lanes.count { unsafe s[i] += x[i] }
  }

  static func latentAddConstant(_ s: RowsLatent, _ c: Float) {
    for i in 0..<Lanes.count { unsafe s[i] += c }
  }

  static func latentAddScaled(_ s: RowsLatent, _ x: RowsLatentIn, _ c: Float) {
    for i in 0..<Lanes.count { unsafe s[i] += x[i] * c }
  }

  static func latentAddProduct(_ s: RowsLatent, _ a: RowsLatentIn, _ b: RowsLatentIn) {
    for i in 0..<Lanes.count { unsafe s[i] += a[i] * b[i] }
  }

  static func latentMultiply(_ s: RowsLatent, _ x: RowsLatentIn) {
    for i in 0..<Lanes.count { unsafe s[i] *= x[i] }
  }

  static func latentMultiplyConstant(_ s: RowsLatent, _ c: Float) {
    for i in 0..<Lanes.count { unsafe s[i] *= c }
  }
}

/// self = persistence × self + spread × innovation, of constants and rows.
extension Portable {
  static func latentAutoregressCC(
    _ s: RowsLatent, _ persistence: Float, _ innovation: RowsLatentIn, _ spread: Float
  ) {
    for i in 0..<Lanes.count { unsafe s[i] = persistence * s[i] + spread * innovation[i] }
  }

  static func latentAutoregressCR(
    _ s: RowsLatent, _ persistence: Float, _ innovation: RowsLatentIn, _ spread: RowsLatentIn
  ) {
    for i in 0..<Lanes.count { unsafe s[i] = persistence * s[i] + spread[i] * innovation[i] }
  }

  static func latentAutoregressRC(
    _ s: RowsLatent, _ persistence: RowsLatentIn, _ innovation: RowsLatentIn, _ spread: Float
  ) {
    for i in 0..<Lanes.count { unsafe s[i] = persistence[i] * s[i] + spread * innovation[i] }
  }

  static func latentAutoregressRR(
    _ s: RowsLatent, _ persistence: RowsLatentIn, _ innovation: RowsLatentIn,
    _ spread: RowsLatentIn
  ) {
    for i in 0..<Lanes.count { unsafe s[i] = persistence[i] * s[i] + spread[i] * innovation[i] }
  }
}
