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
  /// Each step: `c + from + Σ factor · row`, or `persistence · self + spread · Σ factor · row`.
  static func latentRun(
    _ steps: UnsafePointer<RowsStep>?, _ count: Int32, _ terms: UnsafePointer<RowsTerm>?
  ) {
    let steps = unsafe UnsafeBufferPointer(start: steps, count: Int(count))
    for position in 0..<Int(count) {
      let step = unsafe steps[position]
      let parts = unsafe UnsafeBufferPointer(
        start: terms.map { unsafe $0 + Int(step.first_term) }, count: Int(step.terms))
      for i in 0..<Lanes.count {
        var first = unsafe step.first.beforeTerms(of: step, lane: i)
        var second = unsafe step.second.beforeTerms(of: step, lane: i)
        for part in 0..<parts.count {
          let term = unsafe parts[part]
          if unsafe term.share != ROWS_SECOND { unsafe first += term.row[i] * term.first[i] }
          if unsafe term.share != ROWS_FIRST { unsafe second += term.row[i] * term.second[i] }
        }
        unsafe step.first.make(first, of: step, lane: i)
        unsafe step.second.make(second, of: step, lane: i)
      }
    }
  }
}

extension RowsMade {
  @inline(__always)
  fileprivate func beforeTerms(of step: RowsStep, lane: Int) -> Float {
    if unsafe step.is_autoregression == 0 {
      return if let from = unsafe from { unsafe from[lane] + constant } else { unsafe constant }
    }
    guard let row = unsafe row, unsafe step.is_constant == 1 else { return 0 }
    return unsafe persistence[lane] * row[lane]
  }

  @inline(__always)
  fileprivate func make(_ sum: Float, of step: RowsStep, lane: Int) {
    guard let row = unsafe row else { return }
    let isScaled = unsafe step.is_autoregression == 1 && step.is_constant == 0
    unsafe row[lane] = isScaled ? persistence[lane] * row[lane] + spread[lane] * sum : sum
  }
}

extension RowsFactor {
  /// The factor in one lane.
  @inline(__always)
  fileprivate subscript(lane: Int) -> Float {
    if let row = unsafe row { unsafe row[lane] } else { unsafe constant }
  }
}
