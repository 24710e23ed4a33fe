extension ExactSum: Codable {
  /// Reads a sum as ``encode(to:)`` writes it.
  ///
  /// - Throws: `DecodingError` where there is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard !container.decodeNil() else {
      self.init(units: nil)
      return
    }
    guard let units = Int128(try container.decode(String.self)) else {
      throw decoder.fault("whole number")
    }
    self.init(units: units)
  }

  /// Writes the sum in units as a text of digits, for few formats hold 128 bits; null where it is
  /// beyond the range.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let units { try container.encode("\(units)") } else { try container.encodeNil() }
  }

  /// The sum in three words: whether there is one, its lower half and its upper half.
  var words: [UInt64] {
    guard let units else { return [0, 0, 0] }
    return [1, UInt64(truncatingIfNeeded: units), UInt64(truncatingIfNeeded: units >> 64)]
  }

  /// The sum that is written in three ``words``.
  init(words: some Collection<UInt64>) {
    let words = Array(words)
    let units = Int128(Int64(bitPattern: words[2])) << 64 | Int128(words[1])
    self.init(units: words[0] == 0 ? nil : units)
  }
}
