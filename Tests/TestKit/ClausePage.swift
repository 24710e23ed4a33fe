/// The page of one clause in `docs/clauses`, with the tables of its worked example.
///
/// The test of the clause goes through the rows and asserts cell by cell, so that the page
/// cannot say what the program does not do:
///
///     for row in try ClausePage("CreditCap").rows {
///       row.expect(credit(try row.number("charge")), in: "credit")
///     }
public struct ClausePage: Hashable, Sendable {
  /// The clause's name, which is also the page's.
  public var stem: String

  /// The tables under the heading *Worked example*, each by its rows; never empty.
  public var tables: [[ExampleRow]]

  /// The rows of the first table.
  public var rows: [ExampleRow] { tables.first ?? [] }

  /// Reads `docs/clauses/<stem>.md`.
  ///
  /// - Throws: ``ClausePageFault`` when there is no such page, heading or table, or when a row
  ///   has not as many cells as its table has columns.
  public init(_ stem: String) throws(ClausePageFault) {
    guard let text = try? Project.text(of: "docs/clauses/\(stem).md") else {
      throw .noPage(stem)
    }
    try self.init(stem, markdown: text)
  }

  /// Reads the page from its text.
  ///
  /// - Throws: ``ClausePageFault``, as when it is read from its file.
  public init(_ stem: String, markdown: String) throws(ClausePageFault) {
    let found = MarkdownTable.tables(in: try Self.workedExample(of: stem, in: markdown))
    guard !found.isEmpty else { throw .noTable(stem) }
    self.stem = stem
    tables = []
    for table in found { tables.append(try Self.rows(of: table, page: stem)) }
  }

  private static func workedExample(
    of stem: String,
    in markdown: String
  ) throws(ClausePageFault) -> [Substring] {
    let lines = markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let heading = lines.firstIndex(where: { $0.hasPrefix("## Worked example") }) else {
      throw .noExample(stem)
    }
    return lines[(heading + 1)...].prefix { !$0.hasPrefix("## ") && !$0.hasPrefix("# ") }
      .map { $0 }
  }

  private static func rows(
    of table: MarkdownTable,
    page: String
  ) throws(ClausePageFault) -> [ExampleRow] {
    var rows: [ExampleRow] = []
    for (index, cells) in table.rows.enumerated() {
      guard cells.count == table.columns.count else {
        throw .ragged(page, row: index + 1, cells: cells.count, columns: table.columns.count)
      }
      rows.append(ExampleRow(page: page, index: index + 1, columns: table.columns, cells: cells))
    }
    return rows
  }
}

/// Why a clause's page gives no example; every case begins with the page's stem.
public enum ClausePageFault: Error, Hashable, Sendable {
  /// There is no file of this stem in `docs/clauses`.
  case noPage(String)
  /// The page has no heading `## Worked example`.
  case noExample(String)
  /// There is no table under that heading.
  case noTable(String)
  /// A row, counted from 1, has more or fewer cells than its table has columns.
  case ragged(String, row: Int, cells: Int, columns: Int)
  /// A table has no column of this name, only the others.
  case noColumn(String, String, among: [String])
  /// The cell of a row, counted from 1, holds no number.
  case noNumber(String, row: Int, column: String, found: String)
}
