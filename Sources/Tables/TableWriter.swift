/// CSV text out, as RFC 4180 quotes it; ``TableReader`` reads the same cells back.
///
/// Memory is the caller's choice: ``takeText()`` hands out what was written so far.
public struct TableWriter: Sendable {
  /// What ends a record.
  public enum LineEnd: String, Hashable, Sendable {
    /// One line feed.
    case lineFeed = "\n"

    /// Carriage return and line feed, as RFC 4180 has it.
    case carriageReturnLineFeed = "\r\n"
  }

  /// The number of columns.
  public let width: Int

  private let format: TableFormat
  private let lineEnd: LineEnd
  private let isSpreadsheetSafe: Bool
  private var text = ""

  /// Starts a table with its header.
  ///
  /// - Parameters:
  ///   - columns: the names in the header.
  ///   - format: the delimiter and the decimal mark; thousands are never separated.
  ///   - lineEnd: what ends a record.
  ///   - spreadsheetSafe: whether an apostrophe is put before a text that begins with
  ///     `=`, `+`, `-`, `@`, tab or carriage return, so that no spreadsheet takes it for a
  ///     formula. Numbers are untouched. Such text does not read back to itself.
  /// - Precondition: there is at least one column.
  public init(
    columns: [String],
    format: TableFormat = TableFormat(),
    lineEnd: LineEnd = .lineFeed,
    spreadsheetSafe: Bool = false
  ) {
    precondition(!columns.isEmpty, "a table has at least one column")
    width = columns.count
    self.format = format
    self.lineEnd = lineEnd
    isSpreadsheetSafe = spreadsheetSafe
    write(columns.map { .text($0) })
  }

  /// Writes a record.
  ///
  /// - Precondition: there is a cell for each column, and every number is finite.
  public mutating func write(_ cells: [Cell]) {
    precondition(cells.count == width, "a record has a cell for each column")
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.unicodeScalars.append(Unicode.Scalar(format.delimiter)) }
      let field = field(cell)
      // An empty only field would be a blank line.
      text += width == 1 && field.isEmpty ? "\"\"" : field
    }
    text += lineEnd.rawValue
  }

  /// What was written since the last taking.
  public mutating func takeText() -> String {
    defer { text = "" }
    return text
  }

  private func field(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): quoted(safe(text))
    case .integer(let whole): quoted(String(whole))
    case .number(let number): quoted(numeral(number))
    case .month(let month): quoted(month.description)
    case .flag(let flag): flag ? "true" : "false"
    case .figure(let figure): quoted(isFigure(figure) ? figure : safe(figure))
    }
  }

  private func numeral(_ number: Double) -> String {
    precondition(number.isFinite, "a table holds finite numbers only")
    let text = number.description
    guard format.decimalMark == .comma else { return text }
    return String(text.map { $0 == "." ? "," : $0 })
  }

  private func isFigure(_ text: String) -> Bool {
    let digits = text.utf8.last == Ascii.percent ? text.dropLast() : text[...]
    return Numeral(format).read(digits) != .malformed
  }

  private func safe(_ text: String) -> String {
    guard isSpreadsheetSafe, let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else {
      return text
    }
    return "'" + text
  }

  /// Blanks at the ends and a byte-order mark are quoted too, since other readers drop them.
  private func quoted(_ text: String) -> String {
    let special: [UInt8] = [
      format.delimiter, Ascii.quote, Ascii.lineFeed, Ascii.carriageReturn,
    ]
    let isAtRisk =
      text.utf8.contains { special.contains($0) }
      || text.utf8.first == 0x20 || text.utf8.last == 0x20
      || text.unicodeScalars.first == "\u{FEFF}"
    guard isAtRisk else { return text }
    var doubled = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { doubled += "\"" }
      doubled.unicodeScalars.append(scalar)
    }
    return doubled + "\""
  }
}
