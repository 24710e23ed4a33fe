import CRows

extension Portable {
  static func addBands(
    _ s: RowsMoney, _ volume: RowsMoneyIn, _ from: Double, _ bands: UnsafePointer<RowsBand>?,
    _ count: Int32, _ factor: RowsMoneyFactor?
  ) {
    let bands = unsafe UnsafeBufferPointer(start: bands, count: Int(count))
    // −0 becomes 0.
    let start = from + 0
    for i in 0..<Lanes.count {
      let all = unsafe atLeast(volume[i], start)
      var (sum, before) = (0.0, start)
      for b in 0..<bands.count {
        let until = unsafe atMost(all, bands[b].to)
        let amount = unsafe bands[b].rate * (until - before)
        sum = b == 0 ? amount : sum + amount
        before = until
      }
      unsafe s[i] += times(factor, i, sum)
    }
  }

  static func addOutside(
    _ s: RowsMoney, _ volume: RowsMoneyIn, _ over: Double, _ above: Double, _ under: Double,
    _ below: Double, _ factor: RowsMoneyFactor?
  ) {
    for i in 0..<Lanes.count {
      let beyond = unsafe above * positivePart(volume[i] - over)
      unsafe s[i] += times(factor, i, beyond + below * positivePart(under - volume[i]))
    }
  }

  static func addBeyond(
    _ s: RowsMoney, _ volume: RowsMoneyIn, _ baseline: Double, _ above: Double, _ rate: Double,
    _ factor: RowsMoneyFactor?
  ) {
    for i in 0..<Lanes.count {
      let amount = unsafe volume[i] > above ? rate * (volume[i] - baseline) : 0
      unsafe s[i] += times(factor, i, amount)
    }
  }

  static func addBelow(
    _ s: RowsMoney, _ volume: RowsMoneyIn, _ baseline: Double, _ below: Double, _ rate: Double,
    _ factor: RowsMoneyFactor?
  ) {
    for i in 0..<Lanes.count {
      let amount = unsafe volume[i] < below ? rate * (baseline - volume[i]) : 0
      unsafe s[i] += times(factor, i, amount)
    }
  }

  @inline(__always) private static func positivePart(_ x: Double) -> Double { 0 > x ? 0 : x }
}
