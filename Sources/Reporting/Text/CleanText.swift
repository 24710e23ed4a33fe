extension Unicode.Scalar {
  /// Whether the scalar shows nothing but may steer a terminal or the direction of writing.
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}

extension String {
  /// Whether the text holds nothing but what a typewriter can print.
  var isPlain: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// The text with every character that shows nothing replaced by `�`, and with single spaces.
  ///
  /// What bidders wrote is shown by no other way: it cannot move the cursor, change colours, break
  /// a line or turn the direction of writing.
  public var clean: String {
    (isPlain ? self : visible).split(separator: " ").joined(separator: " ")
  }

  private var visible: String {
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
      return scalar.isInvisible ? "\u{FFFD}" : scalar
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
