/// The scalar form of the rows' exponential, operation by operation.
func referenceExponential(_ x: Double) -> Double {
  let whole = 0x1.8p52
  let y = x < -746 ? -746 : x > 710 ? 710 : x
  let n = (y * 0x1.71547652b82fep+0 + whole) - whole
  let half = (n * 0.5 + whole) - whole
  let r = (y - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33
  let coefficients = [
    0x1.28b02b39b2c27p-22, 0x1.71dddfe1c638ap-19, 0x1.a01996b8edafep-16, 0x1.a01a01bad71e3p-13,
    0x1.6c16c1859705ap-10, 0x1.111111110d660p-7, 0x1.555555555008dp-5, 0x1.5555555555561p-3,
    0x1.000000000000bp-1,
  ]
  let q = coefficients.reduce(0x1.af856887d4c3ap-26) { $0 * r + $1 }
  let p = 1 + (r + (r * r) * q)
  return (p * scale(half)) * scale(n - half)
}

private func scale(_ n: Double) -> Double {
  Double(bitPattern: (n + (0x1.8p52 + 1023)).bitPattern << 52)
}
