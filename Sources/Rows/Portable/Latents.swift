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
        var (first, second) = unsafe (step.first.constant, step.second.constant)
        for part in 0..<parts.count {
          let term = unsafe parts[part]
          if unsafe term.share != ROWS_SECOND { unsafe first += term.row[i] * term.first[i] }
          if unsafe term.share != ROWS_FIRST { unsafe second += term.row[i] * term.second[i] }
        }
        let isAutoregression = unsafe step.is_autoregression == 1
        unsafe step.first.make(first, isAutoregression, lane: i)
        unsafe step.second.make(second, isAutoregression, lane: i)
      }
    }
  }
}

extension RowsMade {
  @inline(__always)
  fileprivate func make(_ sum: Float, _ isAutoregression: Bool, lane: Int) {
    guard let row = unsafe row else { return }
    unsafe row[lane] =
      isAutoregression ? persistence[lane] * row[lane] + spread[lane] * sum : sum
  }
}

extension RowsFactor {
  /// The factor in one lane.
  @inline(__always)
  fileprivate subscript(lane: Int) -> Float {
    if let row = unsafe row { unsafe row[lane] } else { unsafe constant }
  }
}
