import FoundationEssentials

extension Sample: Codable {
  private enum Key: CodingKey { case before, after }

  /// Reads a sample as ``encode(to:)`` writes it.
  ///
  /// - Throws: `DecodingError` where there is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let column = { (key: Key) throws in
      try container.decode([Data].self, forKey: key).map { data in
        guard let words = Packed.words(of: data) else { throw decoder.fault("column of numbers") }
        return words.map { Double(bitPattern: $0) }
      }
    }
    self.init(before: try column(.before), after: try column(.after))
  }

  /// Writes the columns as they lie in memory.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (key, columns) in [(Key.before, before), (.after, after)] {
      try container.encode(columns.map { Packed.data($0.map(\.bitPattern)) }, forKey: key)
    }
  }
}
