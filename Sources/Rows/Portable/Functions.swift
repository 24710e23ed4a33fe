import CRows

extension Portable {
  static func exponentiate(_ s: RowsMoney) {
    for i in 0..<Lanes.count { unsafe s[i] = exponential(s[i]) }
  }

  static func logistic(_ s: RowsMoney) {
    for i in 0..<Lanes.count { unsafe s[i] = 1 / (1 + exponential(-s[i])) }
  }

  static func squareRoot(_ s: RowsMoney) {
    for i in 0..<Lanes.count { unsafe s[i] = rows_root(s[i]) }
  }

  /// eˣ = 2ⁿ eʳ with n = round(x ÷ ln 2); functions.h says where the constants come from.
  @inline(__always) static func exponential(_ x: Double) -> Double {
    let above = x < -746 ? -746 : x
    let y = above > 710 ? 710 : above
    let n = (y * 0x1.71547652b82fep+0 + whole) - whole
    let half = (n * 0.5 + whole) - whole
    let r = (y - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33
    return (exponentialNearZero(r) * powerOfTwo(half)) * powerOfTwo(n - half)
  }

  /// Adding 1.5 · 2⁵² rounds to a whole number, which then stands in the low bits.
  private static var whole: Double { 0x1.8p52 }

  @inline(__always) private static func powerOfTwo(_ n: Double) -> Double {
    Double(bitPattern: (n + (whole + 1023)).bitPattern << 52)
  }

  @inline(__always) private static func exponentialNearZero(_ r: Double) -> Double {
    var q = 0x1.af856887d4c3ap-26
    q = q * r + 0x1.28b02b39b2c27p-22
    q = q * r + 0x1.71dddfe1c638ap-19
    q = q * r + 0x1.a01996b8edafep-16
    q = q * r + 0x1.a01a01bad71e3p-13
    q = q * r + 0x1.6c16c1859705ap-10
    q = q * r + 0x1.111111110d660p-7
    q = q * r + 0x1.555555555008dp-5
    q = q * r + 0x1.5555555555561p-3
    q = q * r + 0x1.000000000000bp-1
    return 1 + (r + (r * r) * q)
  }
}
