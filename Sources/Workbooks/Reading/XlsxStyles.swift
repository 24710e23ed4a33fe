/// Which styles of cells show a number as a date.
final class XlsxStyles: XmlListener {
  private(set) var isDate: [Bool] = []
  private var formats: [Int: Bool] = [:]
  private var isInCellStyles = false

  override func start(_ name: String, _ attributes: borrowing XmlAttributes) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      formats[id] = showsDate(attributes["formatCode"] ?? "")
    case "cellXfs": isInCellStyles = true
    case "xf":
      guard isInCellStyles else { return }
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      isDate.append(formats[id] ?? Self.builtInDates.contains(id))
    default: break
    }
  }

  override func end(_ name: String) {
    if name == "cellXfs" { isInCellStyles = false }
  }

  /// The numbers of formats that need not be spelt out; 45 to 47 show a length of time.
  ///
  /// Source: ECMA-376 part 1, 18.8.30.
  private static let builtInDates: Set<Int> = Set(14...22).union(27...36).union(50...58)
}

/// Whether a number format shows a day, month or year.
///
/// What stands in quotes or behind `\`, `_` and `*` is literal, what stands in brackets a colour, a
/// language or, as `[h]`, a length of time. An `m` may be minutes: it counts as months unless an
/// `h` or `s` is there.
func showsDate(_ format: String) -> Bool {
  var letters: Set<Character> = []
  var isQuoted = false
  var bracket: Set<Character>?
  var isLiteral = false
  for character in format.prefix(while: { $0 != ";" }).lowercased() {
    if isLiteral {
      isLiteral = false
    } else if isQuoted {
      if character == "\"" { isQuoted = false }
    } else if let inside = bracket {
      let isTime = character == "]" && inside.isSubset(of: ["h", "m", "s"])
      if isTime { letters.insert("h") }
      bracket = character == "]" ? nil : inside.union([character])
    } else {
      switch character {
      case "\"": isQuoted = true
      case "[": bracket = []
      case "\\", "_", "*": isLiteral = true
      default: letters.insert(character)
      }
    }
  }
  // `General` is a word, not a format.
  if format.lowercased().hasPrefix("general") { return false }
  if letters.contains("y") || letters.contains("d") { return true }
  return letters.contains("m") && letters.isDisjoint(with: ["h", "s"])
}
