import Contracts
import Workbooks

/// Makes the workbook that bidders fill in.
struct BidTemplate {
  let event: Event
  let names: EventNames
  let digest: String

  /// What is filled in already: texts by sheet, row and column name.
  var filled = FilledSheets()

  var workbook: WorkbookDraft {
    let tables = SheetSchema.all.map(table)
    return WorkbookDraft(
      title: event.title,
      sheets: [InstructionSheet(event: event, others: names.otherCurrencies).draft, bid] + tables
        + [stamp])
  }

  // MARK: - Tables

  private func table(_ schema: SheetSchema) -> SheetDraft {
    var sheet = SheetDraft(schema.name)
    sheet.widths = schema.columns.map(\.width)
    sheet.isProtected = true
    sheet.isLandscape = true
    sheet.frozenRows = SheetSchema.headingRow
    sheet.tabColor = SheetStyles.tab
    sheet.heights = [SheetSchema.helpRow: 30]
    sheet.put(
      .text(schema.purpose), row: SheetSchema.purposeRow, column: 1, style: SheetStyles.purpose)
    for (index, column) in schema.columns.enumerated() {
      sheet.put(
        .text(column.help), row: SheetSchema.helpRow, column: index + 1, style: SheetStyles.help)
      sheet.put(
        .text(column.name), row: SheetSchema.headingRow, column: index + 1,
        style: SheetStyles.heading)
    }
    let rows = filled.rows(of: schema, event)
    let count = rows.count + schema.blankRows
    for row in 0..<count {
      if row < rows.count {
        sheet.heights[SheetSchema.firstRow + row] = height(of: rows[row], schema)
      }
      for (index, column) in schema.columns.enumerated() {
        let text = row < rows.count ? rows[row][column.name] : nil
        sheet.put(
          value(text, column.kind), row: SheetSchema.firstRow + row, column: index + 1,
          style: column.isShown ? SheetStyles.shown : SheetStyles.input(column.kind))
      }
    }
    if count > 0 { sheet.rules = rules(of: schema, rows: count) }
    return sheet
  }

  /// The height in points in which the longest text of a row can be read, up to ten lines: not every
  /// spreadsheet finds it by itself.
  private func height(of row: [String: String], _ schema: SheetSchema) -> Double {
    let lines = schema.columns.map { column in
      let paragraphs = (row[column.name] ?? "").split(
        separator: "\n", omittingEmptySubsequences: false)
      return paragraphs.reduce(0) { $0 + 1 + Int(Double($1.count) / (column.width * 0.95)) }
    }
    return 15 * Double(min(lines.max() ?? 1, 10))
  }

  /// A number where one is expected and written; else text, which stays as it is.
  private func value(_ text: String?, _ kind: SheetColumn.Kind) -> CellDraft.Value {
    guard let text, !text.isEmpty else { return .blank }
    switch kind {
    case .number, .whole: return Double(text).map { .number($0) } ?? .text(text)
    default: return .text(text)
    }
  }

  private func rules(of schema: SheetSchema, rows: Int) -> [InputRule] {
    let last = SheetSchema.firstRow + rows - 1
    return schema.columns.enumerated().compactMap { index, column in
      let range = CellRange(
        CellPlace(row: SheetSchema.firstRow, column: index + 1),
        CellPlace(row: last, column: index + 1))
      return rule(for: column.kind, range, title: column.name, help: column.help)
    }
  }

  private func rule(
    for kind: SheetColumn.Kind, _ range: CellRange, title: String, help: String
  ) -> InputRule? {
    switch kind {
    case .shown: nil
    case .text, .scalar, .month, .day: InputRule(range, .anything, title: title, message: help)
    case .number:
      InputRule(
        range, .number(-1e12...1e12), title: title, message: help,
        refusal: "A number is needed here, without unit or currency.")
    case .whole(let bounds):
      InputRule(
        range, .whole(bounds), title: title, message: help,
        refusal: "A whole number from \(bounds.lowerBound) to \(bounds.upperBound) is needed here.")
    case .word(let list):
      lists[list].map { cells in
        InputRule(
          range, .listed(sheet: StampSheet.name, cells), isOpen: list.isOpen, title: title,
          message: help, refusal: "Please choose one of the words in the list.")
      }
    }
  }

  // MARK: - The sheet `bid`

  private var bid: SheetDraft {
    var sheet = SheetDraft(BidSheet.name)
    sheet.widths = [18, 46, 64]
    sheet.isProtected = true
    sheet.frozenRows = SheetSchema.headingRow
    sheet.tabColor = SheetStyles.tab
    sheet.put(
      .text("The bid: what is said once"), row: SheetSchema.purposeRow, column: 1,
      style: SheetStyles.purpose)
    for (index, heading) in BidSheet.headings.enumerated() {
      sheet.put(
        .text(heading), row: SheetSchema.headingRow, column: index + 1, style: SheetStyles.heading)
    }
    for (index, field) in BidSheet.fields.enumerated() {
      let row = SheetSchema.firstRow + index
      let place = CellPlace(row: row, column: 2)
      sheet.put(.text(field.name), row: row, column: 1, style: SheetStyles.shown)
      sheet.put(
        value(filled.fields[field.name], field.kind), row: row, column: 2,
        style: SheetStyles.input(field.kind))
      sheet.put(.text(field.meaning), row: row, column: 3, style: SheetStyles.shown)
      if let rule = rule(
        for: field.kind, CellRange(place, place), title: field.name, help: field.meaning)
      {
        sheet.rules.append(rule)
      }
    }
    return sheet
  }

  // MARK: - The hidden sheet

  private var stamp: SheetDraft {
    var sheet = SheetDraft(StampSheet.name)
    sheet.isHidden = true
    sheet.isProtected = true
    let values: [(String, CellDraft.Value)] = [
      (StampSheet.madeBy, .text(StampSheet.maker)),
      (StampSheet.schema, .number(Double(SheetSchema.version))),
      (StampSheet.event, .text(event.id)),
      (StampSheet.title, .text(event.title)),
      (StampSheet.digest, .text(digest)),
    ]
    for (index, (key, value)) in values.enumerated() {
      sheet.put(.text(key), row: index + 1, column: 1)
      sheet.put(value, row: index + 1, column: 2)
    }
    for (list, range) in lists.sorted(by: { $0.value.first.column < $1.value.first.column }) {
      for (index, word) in list.words(in: names).enumerated() {
        sheet.put(.text(word), row: range.first.row + index, column: range.first.column)
      }
    }
    return sheet
  }

  /// Where the words of each list stand in the hidden sheet; a list of no words stands nowhere.
  private var lists: [WordList: CellRange] {
    var lists: [WordList: CellRange] = [:]
    for (index, list) in WordList.allCases.enumerated() {
      let count = list.words(in: names).count
      guard count > 0 else { continue }
      let column = StampSheet.firstList + index
      lists[list] = CellRange(
        CellPlace(row: 1, column: column), CellPlace(row: count, column: column))
    }
    return lists
  }
}
