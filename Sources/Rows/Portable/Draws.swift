import CRows

extension Portable {
  static func drawNormals(
    _ month0: RowsLatent, _ month1: RowsLatent, _ month2: RowsLatent, _ month3: RowsLatent,
    _ seed: UInt64, _ driver: UInt32, _ replicate: UInt32, _ first: UInt32, _ block: UInt32
  ) {
    for i in 0..<Lanes.count {
      let counter = SIMD4(first &+ UInt32(truncatingIfNeeded: i), block, driver, replicate)
      let word = philox(counter, seed: seed)
      unsafe (month0[i], month1[i]) = BoxMuller.pair(word[0], word[1])
      unsafe (month2[i], month3[i]) = BoxMuller.pair(word[2], word[3])
    }
  }

  static func drawUniforms(
    _ month0: RowsMoney, _ month1: RowsMoney, _ month2: RowsMoney, _ month3: RowsMoney,
    _ seed: UInt64, _ driver: UInt32, _ replicate: UInt32, _ first: UInt32, _ block: UInt32
  ) {
    for i in 0..<Lanes.count {
      let counter = SIMD4(first &+ UInt32(truncatingIfNeeded: i), block, driver, replicate)
      let word = philox(counter, seed: seed)
      unsafe month0[i] = uniform(word[0])
      unsafe month1[i] = uniform(word[1])
      unsafe month2[i] = uniform(word[2])
      unsafe month3[i] = uniform(word[3])
    }
  }

  @inline(__always) private static func uniform(_ word: UInt32) -> Double {
    (Double(word) + 0.5) * 0x1p-32
  }
}

/// Philox4x32-10 as its paper writes it (Salmon et al., SC11): one counter at a time.
@inline(__always)
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

/// Box and Muller's normals with polynomials of their own; draws.h says where these come from.
enum BoxMuller {
  /// x with u = x ÷ 2³¹.
  @inline(__always) static func scaledUniform(_ word: UInt32) -> Float { Float(word >> 1) + 0.5 }

  /// −2 log u.
  @inline(__always) static func minusTwoLogOfUniform(_ word: UInt32) -> Float {
    let shifted = scaledUniform(word).bitPattern &- 0x3f35_04f3
    let f = Float(bitPattern: (shifted & 0x7f_ffff) &+ 0x3f35_04f3) - 1
    let e = Float(31 &- (Int32(bitPattern: shifted) >> 23))
    var q = Float(-0x1.65eca8p-3)
    q = q * f + 0x1.25057cp-2
    q = q * f - 0x1.317eaap-2
    q = q * f + 0x1.535ccap-2
    q = q * f - 0x1.98d362p-2
    q = q * f + 0x1.00049ep-1
    q = q * f - 0x1.5556f2p-1
    q = q * f + 0x1.fffffap-1
    return e * 0x1.62e43p+0 + f * (f * q - 2)
  }

  /// The cosine and sine of 2π · word ÷ 2³²: the quarter turn decides which polynomial is which.
  @inline(__always) static func direction(_ word: UInt32) -> (cosine: Float, sine: Float) {
    let x = Float(Int32(bitPattern: word << 2)) * 0x1.921fb6p-32
    let y = x * x
    let s = x + (x * y) * ((-0x1.994edcp-13 * y + 0x1.11076p-7) * y - 0x1.555546p-3)
    let c = 1 + y * ((-0x1.644d8cp-10 * y + 0x1.553e8p-5) * y - 0x1.ffffb2p-2)
    let quarter = (word &+ 0x2000_0000) >> 30
    let (a, b) = (quarter & 1 == 0 ? c : s, quarter & 1 == 0 ? s : c)
    return (quarter == 1 || quarter == 2 ? -a : a, quarter >= 2 ? -b : b)
  }

  /// Two normals from one word for their length and one for their turn.
  @inline(__always) static func pair(_ length: UInt32, _ turn: UInt32) -> (Float, Float) {
    let radius = rows_root_f32(minusTwoLogOfUniform(length))
    let (cosine, sine) = direction(turn)
    return (radius * cosine, radius * sine)
  }
}
