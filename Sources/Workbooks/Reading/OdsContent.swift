/// Reads the sheets of an .ods file.
///
/// Rows and cells that are alike stand once with a count; only those with something in them are
/// repeated, and every one counts against the limits.
final class OdsContent: XmlListener {
  private(set) var sheets: [Sheet] = []
  private(set) var isSpreadsheet = false

  private let limits: WorkbookLimits
  private let count: CellCount
  private var hiddenStyles: Set<String> = []
  private var style = ""
  private var sheet: Sheet?
  private var row = SheetRow(number: 0)
  private var rowNumber = 1
  private var rowRepeats = 1
  private var column = 1
  private var cell: OdsCell?

  /// Elements inside which nothing belongs to a cell, such as comments and drawings.
  private var depthAside = 0

  init(limits: WorkbookLimits) {
    self.limits = limits
    count = CellCount(limit: limits.cells)
    super.init(textLimit: limits.textBytes)
  }

  private static let aside: Set<String> = [
    "annotation", "frame", "custom-shape", "shapes", "forms", "tracked-changes", "dde-links",
    "content-validations", "g", "rect", "line", "control",
  ]

  override func start(_ name: String, _ attributes: borrowing XmlAttributes) {
    if depthAside > 0 {
      depthAside += 1
      return
    }
    switch name {
    case "spreadsheet": isSpreadsheet = true
    case "style": style = attributes.anyPrefix("name") ?? ""
    case "table-properties":
      if attributes.anyPrefix("display") == "false" { hiddenStyles.insert(style) }
    case "table": startSheet(attributes)
    case "table-row": startRow(attributes)
    case "table-cell", "covered-table-cell": startCell(attributes)
    case "p":
      if cell?.needsText ?? false { gather() }
    case "s": append(String(repeating: " ", count: repeats(attributes["text:c"], upTo: textLimit)))
    case "tab": append("\t")
    case "line-break": append("\n")
    default: if Self.aside.contains(name) { depthAside = 1 }
    }
  }

  override func end(_ name: String) {
    if depthAside > 0 {
      depthAside -= 1
      return
    }
    switch name {
    case "p":
      guard cell?.needsText ?? false else { return }
      cell?.paragraphs.append(takeText())
      if textIsTooLong { fail(.tooLong(limit: textLimit)) }
    case "table-cell", "covered-table-cell": endCell()
    case "table-row": endRow()
    case "table": endSheet()
    default: break
    }
  }

  private func startSheet(_ attributes: borrowing XmlAttributes) {
    let name = attributes.anyPrefix("name") ?? ""
    let isHidden = hiddenStyles.contains(attributes.anyPrefix("style-name") ?? "")
    if sheets.contains(where: { $0.name == name }) {
      failure = WorkbookError(.repeatedSheet, sheet: name)
    }
    if sheets.count == limits.sheets {
      failure = WorkbookError(.tooManySheets(limit: limits.sheets))
    }
    sheet = Sheet(name: name, isHidden: isHidden)
    rowNumber = 1
  }

  private func endSheet() {
    if let sheet { sheets.append(sheet) }
    sheet = nil
  }

  private func startRow(_ attributes: borrowing XmlAttributes) {
    let visibility = attributes.anyPrefix("visibility") ?? "visible"
    row = SheetRow(number: rowNumber, isHidden: visibility != "visible")
    rowRepeats = repeats(attributes.anyPrefix("number-rows-repeated"), upTo: limits.rows)
    column = 1
  }

  private func endRow() {
    defer { rowNumber += rowRepeats }
    guard !row.cells.isEmpty, sheet != nil else { return }
    for _ in 0..<rowRepeats {
      if row.number > limits.rows { return fail(.rowOutside(limit: limits.rows)) }
      sheet?.rows.append(row)
      row.number += 1
      if row.number < rowNumber + rowRepeats {
        for _ in row.cells where failure == nil { failure = count.add() }
      }
      if failure != nil { return }
    }
  }

  private func startCell(_ attributes: borrowing XmlAttributes) {
    cell = OdsCell(
      attributes,
      repeats: repeats(attributes.anyPrefix("number-columns-repeated"), upTo: limits.columns))
    let width = repeats(attributes.anyPrefix("number-columns-spanned"), upTo: limits.columns)
    let height = repeats(attributes.anyPrefix("number-rows-spanned"), upTo: limits.rows)
    if width > 1 || height > 1 {
      sheet?.merged.append(
        CellRange(
          CellPlace(row: rowNumber, column: column),
          CellPlace(row: rowNumber + height - 1, column: column + width - 1)))
    }
  }

  private func endCell() {
    guard let cell else { return }
    self.cell = nil
    defer { column += cell.repeats }
    switch cell.content() {
    case .failure(let error): fail(error.reason)
    case .success(nil): return
    case .success(let value?):
      for place in column..<column + cell.repeats where failure == nil {
        if place > limits.columns { return fail(.columnOutside(limit: limits.columns)) }
        row.cells.append(SheetCell(column: place, value: value, isFormula: cell.isFormula))
        failure = count.add()
      }
    }
  }

  /// A count of 1 or more, at most `limit` and one: what is beyond is found to be outside.
  private func repeats(_ text: String?, upTo limit: Int) -> Int {
    guard let text else { return 1 }
    return min(max(Int(text) ?? (text.allSatisfy(\.isNumber) ? .max : 1), 1), limit + 1)
  }

  private func fail(_ reason: WorkbookError.Reason) {
    let place = CellPlace(row: row.number, column: column)
    failure = failure ?? WorkbookError(reason, sheet: sheet?.name, cell: "\(place)")
  }
}
