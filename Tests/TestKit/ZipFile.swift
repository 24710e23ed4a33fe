/// A zip file made in memory: what is in it is stored as it is, or is given packed.
public struct ZipFile: Sendable {
  /// One file inside.
  public struct Entry: Sendable {
    /// Its name.
    public var name: String

    /// Its bytes, packed or not.
    public var bytes: [UInt8]

    /// The number of bytes unpacked, where they are packed by deflate.
    public var unpacked: Int?

    /// The checksum that is stated; that of the bytes where none is given.
    public var checksum: UInt32?

    /// Whether it claims to be encrypted.
    public var isLocked = false
  }

  /// The files inside.
  public var entries: [Entry] = []

  /// Creates a zip file of `texts` by name, in their order.
  public init(_ texts: [(name: String, text: String)] = []) {
    for (name, text) in texts { add(name, Array(text.utf8)) }
  }

  /// Puts a file in.
  public mutating func add(
    _ name: String, _ bytes: [UInt8], unpacked: Int? = nil, checksum: UInt32? = nil,
    isLocked: Bool = false
  ) {
    entries.append(
      Entry(
        name: name, bytes: bytes, unpacked: unpacked, checksum: checksum, isLocked: isLocked))
  }

  /// The bytes of the file: each file with its header, then the list of them all.
  public var bytes: [UInt8] {
    var all: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let offset = all.count
      let header = header(of: entry)
      all += Self.four(0x0403_4B50) + header + Array(entry.name.utf8) + entry.bytes
      list += Self.four(0x0201_4B50) + Self.two(20) + header
      list += Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0) + Self.four(offset)
      list += Array(entry.name.utf8)
    }
    let end =
      Self.four(0x0605_4B50) + Self.two(0) + Self.two(0) + Self.two(entries.count)
      + Self.two(entries.count) + Self.four(list.count) + Self.four(all.count) + Self.two(0)
    return all + list + end
  }

  private func header(of entry: Entry) -> [UInt8] {
    let checksum = entry.checksum ?? Self.checksum(of: entry.bytes)
    let method = entry.unpacked == nil ? 0 : 8
    return Self.two(20) + Self.two(entry.isLocked ? 1 : 0) + Self.two(method) + Self.four(0)
      + Self.four(Int(checksum)) + Self.four(entry.bytes.count)
      + Self.four(entry.unpacked ?? entry.bytes.count) + Self.two(entry.name.utf8.count)
      + Self.two(0)
  }

  private static func two(_ number: Int) -> [UInt8] {
    (0..<2).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func four(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// CRC-32 with the polynomial 0xEDB88320, bit by bit.
  public static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  /// A deflate stream that unfolds to `byte` and then `runs` times 258 more of it.
  ///
  /// One block of fixed codes: the literal, then for each run length code 285 (11000101) and
  /// distance code 0 (00000), at last the end of the block (0000000); RFC 1951, 3.2.6.
  public static func bomb(of byte: UInt8, runs: Int) -> (packed: [UInt8], unpacked: Int) {
    precondition(byte < 144, "the fixed code of the literal has 8 bits")
    var bits: [Bool] = [true, true, false]
    func code(_ value: Int, _ length: Int) -> [Bool] {
      (0..<length).reversed().map { value >> $0 & 1 == 1 }
    }
    bits += code(0x30 + Int(byte), 8)
    let run = code(0b1100_0101, 8) + code(0, 5)
    for _ in 0..<runs { bits += run }
    bits += code(0, 7)
    var packed = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (place, bit) in bits.enumerated() where bit { packed[place / 8] |= 1 << (place % 8) }
    return (packed, 1 + 258 * runs)
  }
}
