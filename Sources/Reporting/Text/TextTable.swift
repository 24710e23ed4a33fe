/// A table of text in columns that are as wide as they must be.
///
/// Where it is wider than a page it goes on below, with its ``keys`` first columns repeated. Cells
/// that are wider than ``widestCell`` are wrapped; nothing is cut off.
struct TextTable {
  /// On which side the cells of a column stand.
  enum Alignment {
    case left
    case right
  }

  /// One column.
  struct Column {
    var heading: String
    var alignment = Alignment.right
    var cells: [String] = []

    /// The width, of the widest cell and so much that the heading takes three lines at most; known
    /// once ``measure()`` has been called.
    private(set) var width = 1

    mutating func measure() {
      let widest = TextTable.widestCell
      let words = heading.split(separator: " ").map { String($0).columns }
      let least = max(cells.map(\.columns).max() ?? 0, words.max() ?? 0, 1)
      width = (least..<max(widest, least)).first { heading.wrapped(to: $0).count <= 3 } ?? widest
    }
  }

  /// The widest cell in columns of the terminal.
  static let widestCell = 28

  /// The columns.
  var columns: [Column]

  /// How many first columns name the rows.
  var keys = 1

  /// Creates a table whose first columns, the keys, stand on the left.
  init(keys: [String], _ headings: [String], rows: [[String]]) {
    columns =
      keys.map { Column(heading: $0.clean, alignment: .left) }
      + headings.map { Column(heading: $0.clean) }
    self.keys = keys.count
    for row in rows {
      for (position, cell) in row.enumerated() { columns[position].cells.append(cell.clean) }
    }
    for position in columns.indices { columns[position].measure() }
  }

  /// The same table with every column on the left: for text.
  var onTheLeft: TextTable {
    var table = self
    for position in table.columns.indices { table.columns[position].alignment = .left }
    return table
  }

  /// The lines of the table in at most `width` columns.
  func lines(width: Int = pageWidth) -> [String] {
    Array(balancedParts(width).map(\.alignedLines).joined(separator: [""]))
  }

  /// The columns in as few parts as fit, each as narrow as that allows.
  private func balancedParts(_ width: Int) -> [[Column]] {
    let parts = parts(width)
    let narrower = (1..<max(width, 2)).first { self.parts($0).count == parts.count }
    return narrower.map { self.parts($0) } ?? parts
  }

  /// The columns as they fit beside the keys, part by part.
  private func parts(_ width: Int) -> [[Column]] {
    let named = Array(columns.prefix(keys))
    var parts: [[Column]] = []
    var part = named
    for column in columns.dropFirst(keys) {
      if part.count > keys && (part + [column]).width > width {
        parts.append(part)
        part = named
      }
      part.append(column)
    }
    return parts + [part]
  }
}

extension TextTable.Column {
  /// The heading in lines of the column's width.
  fileprivate var headingLines: [String] { heading.wrapped(to: width) }
}

extension [TextTable.Column] {
  fileprivate var width: Int { reduce(0) { $0 + $1.width } + 2 * (count - 1) }

  /// The headings, a rule and the rows.
  fileprivate var alignedLines: [String] {
    let headings = map(\.headingLines)
    let height = headings.map(\.count).max() ?? 0
    let raised = headings.map { [String](repeating: "", count: height - $0.count) + $0 }
    var lines = aligned(raised)
    lines.append(String(repeating: "─", count: width))
    for row in first?.cells.indices ?? 0..<0 {
      lines += aligned(map { $0.cells[row].wrapped(to: $0.width) })
    }
    return lines
  }

  /// The lines of one row, whose cells may take several.
  private func aligned(_ cells: [[String]]) -> [String] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      zip(self, cells).map { column, lines in
        (line < lines.count ? lines[line] : "").padded(to: column.width, column.alignment)
      }.joined(separator: "  ").withoutTrailingSpaces
    }
  }
}
