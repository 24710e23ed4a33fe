/// A table of a Markdown page: a line of names, a line of dashes, and the rows below.
struct MarkdownTable: Hashable {
  var columns: [String]
  var rows: [[String]]

  /// The tables among these lines, in order.
  static func tables(in lines: [Substring]) -> [MarkdownTable] {
    var tables: [MarkdownTable] = []
    var block: [Substring] = []
    for line in lines + [""] {
      if line.drop(while: \.isWhitespace).first == "|" {
        block.append(line)
        continue
      }
      if let table = MarkdownTable(block) { tables.append(table) }
      block = []
    }
    return tables
  }

  private init?(_ block: [Substring]) {
    guard block.count >= 2, Self.isRule(block[1]) else { return nil }
    columns = Self.cells(of: block[0])
    rows = block.dropFirst(2).map(Self.cells)
  }

  private static func isRule(_ line: Substring) -> Bool {
    line.contains("-") && line.allSatisfy { "|-: \t".contains($0) }
  }

  // A bar within a cell is written `\|`.
  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped {
        cells.append("")
      } else if character != "\\" || isEscaped {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    let trimmed = cells.map(Self.plain)
    return Array(trimmed.dropFirst().dropLast(trimmed.last == "" ? 1 : 0))
  }

  // Without the blanks, stars and backquotes around it.
  private static func plain(_ cell: String) -> String {
    func isFrame(_ character: Character) -> Bool {
      character.isWhitespace || character == "*" || character == "`"
    }
    let end = cell.drop(while: isFrame).reversed().drop(while: isFrame)
    return String(end.reversed())
  }
}
