/// A counter of ARS4x32-7 as its paper writes it (Salmon et al., SC11), in 32-bit words: the columns of
/// AES's state.
struct Counter {
  var w0, w1, w2, w3: UInt32

  @inline(__always) init(_ w0: UInt32, _ w1: UInt32, _ w2: UInt32, _ w3: UInt32) {
    (self.w0, self.w1, self.w2, self.w3) = (w0, w1, w2, w3)
  }

  /// The counter after seven rounds, whose keys begin with the seed.
  @inline(__always) func scrambled(_ seed: UInt64) -> Counter {
    var c = xored(0, seed)
    for round in UInt64(1)..<7 { c = c.mixed.xored(round, seed) }
    return c.substituted.xored(7, seed)
  }

  /// The counter xored with the key of `round`, each half of which is a Weyl sequence.
  @inline(__always) private func xored(_ round: UInt64, _ seed: UInt64) -> Counter {
    let (low, high) = (seed &+ round &* 0x9e37_79b9_7f4a_7c15, round &* 0xbb67_ae85_84ca_a73b)
    return Counter(
      w0 ^ UInt32(truncatingIfNeeded: low), w1 ^ UInt32(truncatingIfNeeded: low >> 32),
      w2 ^ UInt32(truncatingIfNeeded: high), w3 ^ UInt32(truncatingIfNeeded: high >> 32))
  }

  /// What a round of AES makes of the counter before its key (FIPS 197, 5.1): bytes are substituted,
  /// rows shifted and columns mixed.
  @inline(__always) private var mixed: Counter {
    Counter(
      Self.mixed(w0, w1, w2, w3), Self.mixed(w1, w2, w3, w0), Self.mixed(w2, w3, w0, w1),
      Self.mixed(w3, w0, w1, w2))
  }

  /// The same of the last round, which mixes no columns.
  @inline(__always) private var substituted: Counter {
    Counter(
      Self.substituted(w0, w1, w2, w3), Self.substituted(w1, w2, w3, w0),
      Self.substituted(w2, w3, w0, w1), Self.substituted(w3, w0, w1, w2))
  }

  @inline(__always)
  private static func mixed(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    unsafe columns[byte(0, of: a)] ^ rotated(columns[byte(1, of: b)], by: 8)
      ^ rotated(columns[byte(2, of: c)], by: 16) ^ rotated(columns[byte(3, of: d)], by: 24)
  }

  @inline(__always)
  private static func substituted(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    unsafe columns[byte(0, of: a)] >> 8 & 0xff | columns[byte(1, of: b)] & 0xff00
      | columns[byte(2, of: c)] & 0xff_0000 | columns[byte(3, of: d)] << 8 & 0xff00_0000
  }

  @inline(__always) private static func byte(_ place: UInt32, of word: UInt32) -> Int {
    Int(word >> (8 * place) & 0xff)
  }

  @inline(__always) private static func rotated(_ word: UInt32, by bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }

  /// What each byte in the first row of a column adds to it, row by row: two, one, one and three times
  /// the byte that is substituted for it, in GF(2⁸).
  private nonisolated(unsafe) static let columns: UnsafePointer<UInt32> = {
    let columns = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
    for (byte, substitute) in substitutes.enumerated() {
      let (once, twice) = (UInt32(substitute), UInt32(doubled(substitute)))
      unsafe columns[byte] = twice | once << 8 | once << 16 | (once ^ twice) << 24
    }
    return unsafe UnsafePointer(columns)
  }()

  /// The substitute of each byte (FIPS 197, 5.1.1).
  ///
  /// It is an affine map of the byte's inverse in GF(2⁸), and 0's that of 0. As 3 generates the field, the
  /// powers of 3 and of its inverse meet every pair.
  private static var substitutes: [UInt8] {
    var substitutes = Array(repeating: UInt8(0x63), count: 256)
    var (power, inverse) = (UInt8(1), UInt8(1))
    repeat {
      power ^= doubled(power)
      inverse = third(of: inverse)
      substitutes[Int(power)] = (0..<5).reduce(0x63) { sum, bits in
        sum ^ (inverse << bits | inverse >> (8 - bits))
      }
    } while power != 1
    return substitutes
  }

  private static func doubled(_ byte: UInt8) -> UInt8 { byte << 1 ^ (byte < 0x80 ? 0 : 0x1b) }

  /// 3⁻¹ · byte: 3 · x = byte is solved bit by bit from the lowest on, but for x⁸, which is reduced.
  private static func third(of byte: UInt8) -> UInt8 {
    var x = byte ^ byte << 1
    x ^= x << 2
    x ^= x << 4
    return x < 0x80 ? x : x ^ 0x09
  }
}
