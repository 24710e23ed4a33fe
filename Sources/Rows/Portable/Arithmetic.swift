import CRows

extension Portable {
  static func fill(_ s: RowsMoney, _ c: Double) { for i in 0..<Lanes.count { unsafe s[i] = c } }

  static func copy(_ s: RowsMoney, _ x: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] = x[i] }
  }

  static func widen(_ s: RowsMoney, _ x: RowsLatentIn) {
    for i in 0..<Lanes.count { unsafe s[i] = Double(x[i]) }
  }

  static func add(_ s: RowsMoney, _ x: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] += x[i] }
  }

  static func addConstant(_ s: RowsMoney, _ c: Double) {
    for i in 0..<Lanes.count { unsafe s[i] += c }
  }

  static func subtract(_ s: RowsMoney, _ x: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] -= x[i] }
  }

  static func multiply(_ s: RowsMoney, _ x: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] *= x[i] }
  }

  static func multiplyConstant(_ s: RowsMoney, _ c: Double) {
    for i in 0..<Lanes.count { unsafe s[i] *= c }
  }

  static func divide(_ s: RowsMoney, _ x: RowsMoneyIn) {
    for i in 0..<Lanes.count { unsafe s[i] /= x[i] }
  }

  static func complement(_ s: RowsMoney) {
    for i in 0..<Lanes.count { unsafe s[i] = 1 - s[i] }
  }

  static func addScaled(
    _ s: RowsMoney, _ x: RowsMoneyIn, _ c: Double, _ factor: RowsMoneyFactor?
  ) {
    for i in 0..<Lanes.count { unsafe s[i] += times(factor, i, x[i] * c) }
  }

  static func setScaled(
    _ s: RowsMoney, _ x: RowsMoneyIn, _ c: Double, _ factor: RowsMoneyFactor?
  ) {
    for i in 0..<Lanes.count { unsafe s[i] = 0 + times(factor, i, x[i] * c) }
  }

  /// `amount` times the factor of a lane, which is 1 where there is no row.
  @inline(__always)
  static func times(_ factor: RowsMoneyFactor?, _ lane: Int, _ amount: Double) -> Double {
    if let factor = unsafe factor { unsafe amount * factor[lane] } else { amount }
  }

  static func post(
    _ s: RowsMoney, _ plain: RowsMoney?, _ posts: UnsafePointer<RowsPost>?, _ count: Int32
  ) {
    let posts = unsafe UnsafeBufferPointer(start: posts, count: Int(count))
    for i in 0..<Lanes.count {
      var (discounted, sum) = unsafe (s[i], plain?[i] ?? 0)
      for p in 0..<posts.count {
        let post = unsafe posts[p]
        let amount = unsafe times(post.weight, i, post.amount[i])
        sum += amount
        discounted += unsafe amount * post.discount
      }
      unsafe s[i] = discounted
      if let plain = unsafe plain { unsafe plain[i] = sum }
    }
  }
}
