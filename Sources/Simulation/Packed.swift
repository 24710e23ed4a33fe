import FoundationEssentials

/// Long columns of numbers as bytes, the lowest byte of each 64-bit word first.
enum Packed {
  static func data(_ words: some Collection<UInt64>) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * words.count)
    for word in words {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return Data(bytes)
  }

  /// The words of `data`; nothing where its length is none of whole words.
  static func words(of data: Data) -> [UInt64]? {
    guard data.count.isMultiple(of: 8) else { return nil }
    let bytes = [UInt8](data)
    return stride(from: 0, to: bytes.count, by: 8).map { first in
      (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[first + $1]) }
    }
  }
}

extension Decoder {
  /// The fault that what stands here cannot be `what`.
  func fault(_ what: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath, debugDescription: "this is no \(what)"))
  }
}
