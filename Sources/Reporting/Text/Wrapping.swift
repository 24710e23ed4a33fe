/// The columns of every text that is shown.
let pageWidth = 100

extension Character {
  /// The columns that the character takes on a terminal: 2 for wide East Asian characters and
  /// pictographs.
  var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    return Self.wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The columns that the text takes on a terminal.
  var columns: Int {
    isPlain ? utf8.count : reduce(0) { $0 + $1.columns }
  }

  /// The text in lines of at most `width` columns, broken at spaces.
  ///
  /// A longer word is broken where the line ends. Lines after the first begin with `indent`.
  func wrapped(to width: Int = pageWidth, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    var isFresh = true
    for word in split(separator: " ").map(String.init) {
      if !isFresh && line.columns + 1 + word.columns > width {
        lines.append(line)
        (line, isFresh) = (indent, true)
      }
      line += isFresh ? "" : " "
      isFresh = false
      guard line.columns + word.columns > width else {
        line += word
        continue
      }
      for character in word {
        if line.columns + character.columns > width {
          lines.append(line)
          line = indent
        }
        line.append(character)
      }
    }
    return lines + [line]
  }

  /// The text filled up with spaces to `width` columns.
  func padded(to width: Int, _ alignment: TextTable.Alignment) -> String {
    let spaces = String(repeating: " ", count: max(0, width - columns))
    return alignment == .left ? self + spaces : spaces + self
  }

  /// The text without the spaces at its end.
  var withoutTrailingSpaces: String {
    String(String(reversed().drop { $0 == " " }).reversed())
  }
}
