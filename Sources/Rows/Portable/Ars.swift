/// Four words, which are the columns of AES's state.
struct Block {
  var w0, w1, w2, w3: UInt32

  @inline(__always) init(_ w0: UInt32, _ w1: UInt32, _ w2: UInt32, _ w3: UInt32) {
    (self.w0, self.w1, self.w2, self.w3) = (w0, w1, w2, w3)
  }
}

/// ARS4x32-7 as its paper writes it (Salmon et al., SC11): seven rounds of AES under keys of which the
/// first is the seed.
@safe
struct Ars {
  private let seed: UInt64
  private let columns: UnsafePointer<UInt32>

  init(seed: UInt64) {
    self.seed = seed
    unsafe columns = Ars.columns
  }

  /// The random words that belong to `counter`.
  @inline(__always) func words(of counter: Block) -> Block {
    var block = keyed(counter, in: 0)
    for round in UInt64(1)..<7 { block = keyed(mixed(block), in: round) }
    return keyed(substituted(block), in: 7)
  }

  /// The block xored with the key of `round`, each half of which is a Weyl sequence.
  @inline(__always) private func keyed(_ x: Block, in round: UInt64) -> Block {
    let (low, high) = (seed &+ round &* 0x9e37_79b9_7f4a_7c15, round &* 0xbb67_ae85_84ca_a73b)
    return Block(
      x.w0 ^ UInt32(truncatingIfNeeded: low), x.w1 ^ UInt32(truncatingIfNeeded: low >> 32),
      x.w2 ^ UInt32(truncatingIfNeeded: high), x.w3 ^ UInt32(truncatingIfNeeded: high >> 32))
  }

  /// What a round of AES makes of a block before its key (FIPS 197, 5.1): bytes are substituted, rows
  /// shifted and columns mixed.
  @inline(__always) private func mixed(_ x: Block) -> Block {
    Block(
      mixed(x.w0, x.w1, x.w2, x.w3), mixed(x.w1, x.w2, x.w3, x.w0),
      mixed(x.w2, x.w3, x.w0, x.w1), mixed(x.w3, x.w0, x.w1, x.w2))
  }

  /// The same of the last round, which mixes no columns.
  @inline(__always) private func substituted(_ x: Block) -> Block {
    Block(
      substituted(x.w0, x.w1, x.w2, x.w3), substituted(x.w1, x.w2, x.w3, x.w0),
      substituted(x.w2, x.w3, x.w0, x.w1), substituted(x.w3, x.w0, x.w1, x.w2))
  }

  @inline(__always)
  private func mixed(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    column(0, a) ^ Ars.rotated(column(1, b), by: 8) ^ Ars.rotated(column(2, c), by: 16)
      ^ Ars.rotated(column(3, d), by: 24)
  }

  @inline(__always)
  private func substituted(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    column(0, a) >> 8 & 0xff | column(1, b) & 0xff00 | column(2, c) & 0xff_0000
      | column(3, d) << 8 & 0xff00_0000
  }

  /// The column of a byte of `word`, the lowest being byte 0.
  @inline(__always) private func column(_ byte: UInt32, _ word: UInt32) -> UInt32 {
    unsafe columns[Int(word &>> (8 &* byte) & 0xff)]
  }

  @inline(__always) private static func rotated(_ word: UInt32, by bits: UInt32) -> UInt32 {
    word &<< bits | word &>> (32 &- bits)
  }

  /// What a byte in the first row of a column adds to it, row by row: two, one, one and three times
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
