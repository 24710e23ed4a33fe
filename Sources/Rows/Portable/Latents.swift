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

extension Portable {
  /// Each step: `c + Σ factor · row`, or `persistence · self + spread · Σ factor · row`.
  static func latentRun(
    _ steps: UnsafePointer<RowsStep>?, _ count: Int32, _ terms: UnsafePointer<RowsTerm>?
  ) {
    let steps = unsafe UnsafeBufferPointer(start: steps, count: Int(count))
    for position in 0..<Int(count) {
      let step = unsafe steps[position]
      let parts = unsafe UnsafeBufferPointer(
        start: terms.map { unsafe $0 + Int(step.first_term) }, count: Int(step.terms))
      for i in 0..<Lanes.count {
        var sum = unsafe step.is_autoregression == 1 ? 0 : step.constant
        for part in 0..<parts.count {
          unsafe sum += parts[part].row[i] * parts[part].factor[i]
        }
        if unsafe step.is_autoregression == 1 {
          unsafe sum = step.persistence[i] * step.row[i] + step.spread[i] * sum
        }
        unsafe step.row[i] = sum
      }
    }
  }
}

extension RowsFactor {
  /// The factor in one lane.
  @inline(__always)
  fileprivate subscript(lane: Int) -> Float {
    if let row = unsafe row { unsafe row[lane] } else { unsafe constant }
  }
}
