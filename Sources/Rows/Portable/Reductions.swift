import CRows

extension Portable {
  static func sum(_ s: RowsMoneyIn, _ count: Int32) -> Double {
    folded(count, from: 0, of: { unsafe s[$0] }, by: +)
  }

  static func sumOfProducts(_ s: RowsMoneyIn, _ x: RowsMoneyIn, _ count: Int32) -> Double {
    folded(count, from: 0, of: { unsafe s[$0] * x[$0] }, by: +)
  }

  static func minimum(_ s: RowsMoneyIn, _ count: Int32) -> Double {
    folded(count, from: .infinity, of: { unsafe s[$0] }, by: { $1 < $0 ? $1 : $0 })
  }

  static func maximum(_ s: RowsMoneyIn, _ count: Int32) -> Double {
    folded(count, from: -.infinity, of: { unsafe s[$0] }, by: { $1 > $0 ? $1 : $0 })
  }

  /// Lane i goes to accumulator i mod 16, in the order of the lanes; of these k and k + 8 are put
  /// together, and the eight are then folded as ((0 1)(2 3))((4 5)(6 7)).
  @inline(__always)
  private static func folded(
    _ count: Int32, from start: Double, of term: (Int) -> Double, by f: (Double, Double) -> Double
  ) -> Double {
    var sixteen = SIMD16(repeating: start)
    let (lanes, whole) = (Int(count), Int(count) & ~15)
    for base in stride(from: 0, to: whole, by: 16) {
      for k in 0..<16 { sixteen[k] = f(sixteen[k], term(base + k)) }
    }
    for i in whole..<lanes { sixteen[i & 15] = f(sixteen[i & 15], term(i)) }
    var eight = sixteen.lowHalf
    for k in 0..<8 { eight[k] = f(eight[k], sixteen.highHalf[k]) }
    return f(
      f(f(eight[0], eight[1]), f(eight[2], eight[3])),
      f(f(eight[4], eight[5]), f(eight[6], eight[7])))
  }
}
