import Tables
import Workbooks

/// A sheet that was read: the rows of its table, and where each stood.
struct SheetTable {
  /// One row with a cell for each column of the schema.
  struct Row {
    var number: Int
    var cells: [Cell]
  }

  var schema: SheetSchema
  var rows: [Row] = []

  /// The number of the sheet's column that each column of the schema was found in.
  var places: [Int] = []
}

/// Reads one sheet by its schema and reports every cell that is not as it should be.
struct SheetTableReader {
  let schema: SheetSchema
  let sheet: Sheet
  let reading: CellReading

  private var findings: SheetFindings { reading.findings }

  /// The rows; none where headings are not as they should be, for then nobody knows what they mean.
  func read() -> SheetTable {
    var table = SheetTable(schema: schema)
    guard let places = headings() else { return table }
    table.places = places
    let merged = mergedCells(places)
    var firsts: [Cell: CellPlace] = [:]
    for row in sheet.rows where row.number > SheetSchema.headingRow {
      reportStrays(row, places)
      guard let cells = cells(of: row, places, merged) else { continue }
      if let key = schema.key.flatMap(schema.number) {
        let place = CellPlace(row: row.number, column: places[key - 1])
        if let first = firsts[cells[key - 1]] {
          findings.refuse(
            .workbook(.unique(cell: "\(first)")), at: place, path: schema.columns[key - 1].name,
            found: cells[key - 1].shown)
        }
        firsts[cells[key - 1]] = firsts[cells[key - 1]] ?? place
      }
      table.rows.append(SheetTable.Row(number: row.number, cells: cells))
    }
    return table
  }

  /// Where each column stands, by its heading; nothing where one is missing.
  private func headings() -> [Int]? {
    var found: [String: Int] = [:]
    let row = SheetSchema.headingRow
    let names = schema.columns.map(\.name)
    var unknown: [(name: String, place: CellPlace)] = []
    for cell in sheet.row(row)?.cells ?? [] {
      let place = CellPlace(row: row, column: cell.column)
      guard case .text(let text)? = reading.filled(cell.value), names.contains(text) else {
        if let text = text(of: cell) { unknown.append((text, place)) }
        continue
      }
      if let first = found[text] {
        let other = CellPlace(row: row, column: first)
        findings.refuse(
          .workbook(.singleHeading(cell: "\(other)")), at: place, path: text, found: text)
      }
      found[text] = found[text] ?? cell.column
    }
    report(unknown, absent: names.filter { found[$0] == nil })
    let places = names.compactMap { found[$0] }
    let isMerged = reportMergedHeadings(places)
    return places.count == names.count && !isMerged ? places : nil
  }

  private func text(of cell: SheetCell) -> String? {
    reading.filled(cell.value).map { value in
      if case .text(let text) = value { text } else { "what is no text" }
    }
  }

  /// Reports headings that are unknown, and those that are missing and are not meant by one of them.
  private func report(_ unknown: [(name: String, place: CellPlace)], absent: [String]) {
    var missing = absent
    for (name, place) in unknown {
      let meant = nearest(to: name, in: missing)
      missing.removeAll { $0 == meant }
      findings.refuse(.workbook(.knownHeading), at: place, path: name, found: name, nearest: meant)
    }
    for name in missing { findings.refuse(.workbook(.heading), path: name) }
  }

  private func reportMergedHeadings(_ places: [Int]) -> Bool {
    let row = SheetSchema.headingRow
    var isMerged = false
    for range in sheet.merged {
      let needed = places.map { CellPlace(row: row, column: $0) }.first { range.contains($0) }
      guard let needed else { continue }
      isMerged = true
      findings.refuse(.workbook(.unmerged(range: "\(range)")), at: needed)
    }
    return isMerged
  }

  /// The ranges of merged cells that cover a cell of a column that is read, each reported once.
  private func mergedCells(_ places: [Int]) -> [CellRange] {
    sheet.merged.filter { range in
      guard range.last.row >= SheetSchema.firstRow,
        let column = places.sorted().first(where: {
          (range.first.column...range.last.column).contains($0)
        })
      else { return false }
      let row = max(range.first.row, SheetSchema.firstRow)
      findings.refuse(
        .workbook(.unmerged(range: "\(range)")), at: CellPlace(row: row, column: column))
      return true
    }
  }

  /// Reports what stands beside the columns.
  private func reportStrays(_ row: SheetRow, _ places: [Int]) {
    for cell in row.cells where !places.contains(cell.column) {
      guard let text = text(of: cell) else { continue }
      findings.refuse(
        .workbook(.nothingWithoutHeading), at: CellPlace(row: row.number, column: cell.column),
        found: text)
    }
  }

  /// The cells in the order of the schema; nothing where the row is empty or was reported.
  private func cells(
    of row: SheetRow, _ places: [Int], _ merged: [CellRange]
  ) -> [Cell]? {
    let faultsBefore = findings.findings.count
    let cells = zip(schema.columns, places).map { column, place in
      let place = CellPlace(row: row.number, column: place)
      if merged.contains(where: { $0.contains(place) }) { return nil as Cell? }
      return reading.read(row.cell(place.column), as: column.kind, at: place, path: column.name)
    }
    let isFilled = zip(schema.columns, cells).contains { column, cell in
      cell != .empty && (!column.isShown || column.isWritten)
    }
    guard isFilled else { return nil }
    let answered = zip(schema.columns, cells).contains { $1 != .empty && !$0.isShown }
    // A requirement may stay without an answer, but an answer belongs to one.
    if answered { reportMissing(cells, row.number, places) }
    let all = cells.compactMap(\.self)
    guard all.count == cells.count, findings.findings.count == faultsBefore else { return nil }
    return all
  }

  private func reportMissing(_ cells: [Cell?], _ row: Int, _ places: [Int]) {
    for (index, column) in schema.columns.enumerated() {
      let isNeeded = column.isNeeded || column.name == schema.key
      guard isNeeded, cells[index] == .empty else { continue }
      findings.refuse(
        .value, at: CellPlace(row: row, column: places[index]), path: column.name)
    }
  }
}

extension Cell {
  /// What a fault shows of it.
  var shown: String {
    switch self {
    case .empty: ""
    case .text(let text), .figure(let text): text
    case .integer(let whole): "\(whole)"
    case .number(let number): number.inFigures
    case .month(let month): "\(month)"
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

extension Double {
  /// The number as a table has it.
  fileprivate var inFigures: String { figure(self) }
}
