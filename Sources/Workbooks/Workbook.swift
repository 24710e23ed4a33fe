public import Quantities

/// A workbook as it was read: sheets of cells, and nothing of how they look.
public struct Workbook: Hashable, Sendable {
  /// The sheets in their order, hidden ones too.
  public var sheets: [Sheet]

  /// Creates a workbook.
  public init(sheets: [Sheet] = []) {
    self.sheets = sheets
  }

  /// The sheet of this name, or nothing; letter case counts.
  public func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }
}

/// One sheet: its rows with something in them.
public struct Sheet: Hashable, Sendable {
  /// The name on its tab.
  public var name: String

  /// Whether it is hidden.
  public var isHidden: Bool

  /// The rows that hold cells, by ascending number, hidden ones too.
  public var rows: [SheetRow]

  /// The rectangles whose cells are merged to one.
  public var merged: [CellRange]

  /// Creates a sheet.
  public init(
    name: String, isHidden: Bool = false, rows: [SheetRow] = [], merged: [CellRange] = []
  ) {
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.merged = merged
  }

  /// The row with this number, or nothing where it is empty.
  ///
  /// - Complexity: O(log n).
  public func row(_ number: Int) -> SheetRow? {
    var lower = 0
    var upper = rows.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if rows[middle].number < number { lower = middle + 1 } else { upper = middle }
    }
    return lower < rows.count && rows[lower].number == number ? rows[lower] : nil
  }

  /// The cell at `place`, or nothing where it is empty.
  public func cell(_ place: CellPlace) -> SheetCell? {
    row(place.row)?.cell(place.column)
  }
}

/// One row: its cells with something in them.
public struct SheetRow: Hashable, Sendable {
  /// The number, counted from 1.
  public var number: Int

  /// Whether it is hidden.
  public var isHidden: Bool

  /// The cells by ascending column.
  public var cells: [SheetCell]

  /// Creates a row.
  public init(number: Int, isHidden: Bool = false, cells: [SheetCell] = []) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }

  /// The cell of this column, counted from 1, or nothing where it is empty.
  public func cell(_ column: Int) -> SheetCell? { cells.first { $0.column == column } }
}

/// One cell with something in it.
public struct SheetCell: Hashable, Sendable {
  /// What a cell can hold.
  public enum Value: Hashable, Sendable {
    /// Text; the paragraphs of one cell are separated by line feeds.
    case text(String)

    /// A number, a percentage as a share of 1, a duration in days.
    case number(Double)

    /// True or false.
    case flag(Bool)

    /// A date; the time of the day is not kept.
    case date(CalendarDay)

    /// An error such as `#DIV/0!`.
    case error(String)

    /// Nothing yet: a formula that no spreadsheet has calculated.
    case uncalculated
  }

  /// The column, counted from 1.
  public var column: Int

  /// What it holds.
  public var value: Value

  /// Whether it is calculated by a formula.
  public var isFormula: Bool

  /// Creates a cell.
  public init(column: Int, value: Value, isFormula: Bool = false) {
    self.column = column
    self.value = value
    self.isFormula = isFormula
  }
}
