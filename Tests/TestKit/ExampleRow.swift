public import Testing

/// One row of a worked example, by the names of its columns.
public struct ExampleRow: Hashable, Sendable, CustomStringConvertible {
  var page: String
  var index: Int
  var columns: [String]
  var cells: [String]

  /// Whether the row has a column of this name with something other than a dash in it.
  public func says(_ column: String) -> Bool {
    guard let cell = try? text(column) else { return false }
    return !["", "-", "–", "—"].contains(cell)
  }

  /// The text of a cell, without blanks and marks of emphasis around it.
  ///
  /// - Throws: ``ClausePageFault/noColumn(_:_:among:)``.
  public func text(_ column: String) throws(ClausePageFault) -> String {
    guard let place = columns.firstIndex(of: column) else {
      throw .noColumn(page, column, among: columns)
    }
    return cells[place]
  }

  /// The number in a cell: `1,234.50`, `−3`, `€ 900`, and 0.125 for `12.5%`.
  ///
  /// - Throws: ``ClausePageFault`` when there is no such column or no number in it.
  public func number(_ column: String) throws(ClausePageFault) -> Double {
    try printed(column).value
  }

  /// All cells that hold a number, for ``Arithmetic``.
  public var numbers: [String: Double] {
    let pairs = zip(columns, cells).compactMap { column, cell in
      PrintedNumber(cell).map { (column, $0.value) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Expects the cell to be what `value` looks like when printed with as many decimals.
  public func expect(
    _ value: Double,
    in column: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do {
      guard let complaint = try complaint(about: value, in: column) else { return }
      Issue.record(Comment(rawValue: complaint), sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
  }

  /// What to say when the cell does not look like `value`; nil when it does.
  func complaint(
    about value: Double,
    in column: String
  ) throws(ClausePageFault) -> String? {
    if try printed(column).isPrint(of: value) { return nil }
    return "\(self): column \(column) says \(try text(column)), computed \(value)"
  }

  /// The page and the row, counted from 1.
  public var description: String { "docs/clauses/\(page).md, row \(index)" }

  private func printed(_ column: String) throws(ClausePageFault) -> PrintedNumber {
    let cell = try text(column)
    guard let number = PrintedNumber(cell) else {
      throw .noNumber(page, row: index, column: column, found: cell)
    }
    return number
  }
}
