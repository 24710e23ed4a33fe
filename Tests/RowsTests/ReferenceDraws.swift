/// Philox4x32-10 as its paper writes it (Salmon et al., SC11): one counter at a time.
func philox(_ counter: SIMD4<UInt32>, seed: UInt64) -> SIMD4<UInt32> {
  var c = counter
  var key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
  for _ in 0..<10 {
    let p0 = UInt32(0xd251_1f53).multipliedFullWidth(by: c[0])
    let p1 = UInt32(0xcd9e_8d57).multipliedFullWidth(by: c[2])
    c = SIMD4(p1.high ^ c[1] ^ key[0], p1.low, p0.high ^ c[3] ^ key[1], p0.low)
    key &+= SIMD2(0x9e37_79b9, 0xbb67_ae85)
  }
  return c
}

/// The scalar form of the rows' Box and Muller, operation by operation.
enum BoxMuller {
  /// x with u = x ÷ 2³¹.
  static func scaledUniform(_ word: UInt32) -> Float { Float(word >> 1) + 0.5 }

  static func minusTwoLogOfUniform(_ word: UInt32) -> Float {
    let shifted = scaledUniform(word).bitPattern &- 0x3f35_04f3
    let f = Float(bitPattern: (shifted & 0x7f_ffff) + 0x3f35_04f3) - 1
    let e = Float(31 - (Int32(bitPattern: shifted) >> 23))
    let coefficients: [Float] = [
      0x1.25057cp-2, -0x1.317eaap-2, 0x1.535ccap-2, -0x1.98d362p-2, 0x1.00049ep-1,
      -0x1.5556f2p-1, 0x1.fffffap-1,
    ]
    let q = coefficients.reduce(-0x1.65eca8p-3) { $0 * f + $1 }
    return e * 0x1.62e43p+0 + f * (f * q - 2)
  }

  static func direction(_ word: UInt32) -> (cosine: Float, sine: Float) {
    let x = Float(Int32(bitPattern: word << 2)) * 0x1.921fb6p-32
    let y = x * x
    let s = x + (x * y) * ((-0x1.994edcp-13 * y + 0x1.11076p-7) * y - 0x1.555546p-3)
    let c = 1 + y * ((-0x1.644d8cp-10 * y + 0x1.553e8p-5) * y - 0x1.ffffb2p-2)
    switch (word &+ 0x2000_0000) >> 30 {
    case 0: return (c, s)
    case 1: return (-s, c)
    case 2: return (-c, -s)
    default: return (s, -c)
    }
  }

  static func pair(_ length: UInt32, _ turn: UInt32) -> (Float, Float) {
    let radius = minusTwoLogOfUniform(length).squareRoot()
    let (cosine, sine) = direction(turn)
    return (radius * cosine, radius * sine)
  }
}
