import Tables

extension Unicode.Scalar {
  /// Whether the scalar shows nothing but may steer a terminal or the direction of writing.
  var isInvisible: Bool { Tables.isInvisible(self) }
}

extension String {
  /// Whether the text holds nothing but what a typewriter can print.
  var isPlain: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// The text with every character that shows nothing replaced by `�`, and with single spaces.
  public var clean: String { visibleText(self).split(separator: " ").joined(separator: " ") }
}
