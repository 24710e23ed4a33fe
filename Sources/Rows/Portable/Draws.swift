import CRows

extension Portable {
  static func drawNormals(
    _ month0: RowsLatent, _ month1: RowsLatent, _ month2: RowsLatent, _ month3: RowsLatent,
    _ seed: UInt64, _ driver: UInt32, _ replicate: UInt32, _ first: UInt32, _ block: UInt32
  ) {
    let ars = Ars(seed: seed)
    // The words wait as bits where the normals will stand: two plain loops become vectors.
    for i in 0..<Lanes.count {
      let future = first &+ UInt32(truncatingIfNeeded: i)
      let word = ars.words(of: Block(future, block, driver, replicate))
      unsafe (month0[i], month1[i]) = (Float(bitPattern: word.w0), Float(bitPattern: word.w1))
      unsafe (month2[i], month3[i]) = (Float(bitPattern: word.w2), Float(bitPattern: word.w3))
    }
    for i in 0..<Lanes.count {
      unsafe (month0[i], month1[i]) = BoxMuller.pair(month0[i].bitPattern, month1[i].bitPattern)
    }
    for i in 0..<Lanes.count {
      unsafe (month2[i], month3[i]) = BoxMuller.pair(month2[i].bitPattern, month3[i].bitPattern)
    }
  }

  static func drawNormal(
    _ month0: RowsLatent, _ seed: UInt64, _ driver: UInt32, _ replicate: UInt32, _ first: UInt32,
    _ block: UInt32
  ) {
    let ars = Ars(seed: seed)
    for i in 0..<Lanes.count {
      let future = first &+ UInt32(truncatingIfNeeded: i)
      let word = ars.words(of: Block(future, block, driver, replicate))
      unsafe month0[i] = BoxMuller.pair(word.w0, word.w1).0
    }
  }

  static func drawUniforms(
    _ month0: RowsMoney, _ month1: RowsMoney, _ month2: RowsMoney, _ month3: RowsMoney,
    _ seed: UInt64, _ driver: UInt32, _ replicate: UInt32, _ first: UInt32, _ block: UInt32
  ) {
    let ars = Ars(seed: seed)
    for i in 0..<Lanes.count {
      let future = first &+ UInt32(truncatingIfNeeded: i)
      let word = ars.words(of: Block(future, block, driver, replicate))
      unsafe month0[i] = uniform(word.w0)
      unsafe month1[i] = uniform(word.w1)
      unsafe month2[i] = uniform(word.w2)
      unsafe month3[i] = uniform(word.w3)
    }
  }

  @inline(__always) private static func uniform(_ word: UInt32) -> Double {
    (Double(word) + 0.5) * 0x1p-32
  }
}

/// Box and Muller's normals with polynomials of their own; draws.h says where these come from.
enum BoxMuller {
  /// x with u = x ÷ 2³¹.
  @inline(__always) static func scaledUniform(_ word: UInt32) -> Float { Float(word >> 1) + 0.5 }

  /// −2 log u.
  @inline(__always) static func minusTwoLogOfUniform(_ word: UInt32) -> Float {
    let shifted = scaledUniform(word).bitPattern &- (0x3f35_04f3 + (31 << 23))
    let f = Float(bitPattern: (shifted & 0x7f_ffff) &+ 0x3f35_04f3) - 1
    let e = Float(Int32(bitPattern: shifted) >> 23)
    var q = Float(-0x1.65eca8p-3)
    q = q * f + 0x1.25057cp-2
    q = q * f - 0x1.317eaap-2
    q = q * f + 0x1.535ccap-2
    q = q * f - 0x1.98d362p-2
    q = q * f + 0x1.00049ep-1
    q = q * f - 0x1.5556f2p-1
    q = q * f + 0x1.fffffap-1
    return f * (f * q - 2) - e * 0x1.62e43p+0
  }

  /// A direction: the two highest bits are the quarter turn, the others an angle within it.
  @inline(__always) static func direction(_ word: UInt32) -> (cosine: Float, sine: Float) {
    let x = Float(Int32(bitPattern: word << 2)) * 0x1.921fb6p-32
    let y = x * x
    let s = x + (x * y) * ((-0x1.994edcp-13 * y + 0x1.11076p-7) * y - 0x1.555546p-3)
    let c = 1 + y * ((-0x1.644d8cp-10 * y + 0x1.553e8p-5) * y - 0x1.ffffb2p-2)
    let d = word >> 31 == 0 ? c : -c
    return word >> 30 & 1 == 0 ? (d, s) : (s, d)
  }

  /// Two normals from one word for their length and one for their turn.
  @inline(__always) static func pair(_ length: UInt32, _ turn: UInt32) -> (Float, Float) {
    let radius = rows_root_f32(minusTwoLogOfUniform(length))
    let (cosine, sine) = direction(turn)
    return (radius * cosine, radius * sine)
  }
}
