import Quantities

/// Reads the rows of one sheet of an .xlsx file.
final class XlsxSheetReader: XmlListener {
  /// What the sheets of a workbook have in common.
  struct Context {
    var texts: [String]
    var isDate: [Bool]
    var countsFrom1904: Bool
    var limits: WorkbookLimits
    var count: CellCount
  }

  private(set) var rows: [SheetRow] = []
  private(set) var merged: [CellRange] = []

  private let name: String
  private let context: Context
  private var row = SheetRow(number: 0)
  private var column = 0
  private var kind = "n"
  private var style = 0
  private var value: String?
  private var inline: String?
  private var isFormula = false
  private var isPhonetic = false

  init(name: String, context: Context) {
    self.name = name
    self.context = context
    super.init(textLimit: context.limits.textBytes)
  }

  override func start(_ name: String, _ attributes: borrowing XmlAttributes) {
    switch name {
    case "c": startCell(attributes)
    case "v": gather()
    case "row": startRow(attributes)
    case "f": isFormula = true
    case "is": inline = ""
    case "rPh": isPhonetic = true
    case "t": if inline != nil, !isPhonetic { gather() }
    case "mergeCell":
      let text = attributes["ref"] ?? ""
      guard let range = CellRange(text) else { return fail(.noPlace(text)) }
      merged.append(range)
    default: break
    }
  }

  override func end(_ name: String) {
    switch name {
    case "v":
      value = takeText()
      if textIsTooLong { fail(.tooLong(limit: textLimit), at: column) }
    case "c": endCell()
    case "rPh": isPhonetic = false
    case "t":
      guard inline != nil, !isPhonetic else { return }
      inline?.append(takeText())
      if textIsTooLong || inline?.utf8.count ?? 0 > textLimit {
        fail(.tooLong(limit: textLimit), at: column)
      }
    case "row": if !row.cells.isEmpty { rows.append(row) }
    default: break
    }
  }

  private func startRow(_ attributes: borrowing XmlAttributes) {
    let before = row.number
    var number = before + 1
    if let text = attributes["r"] {
      guard let written = Int(text) else { return fail(.noPlace(text)) }
      number = written
    }
    row = SheetRow(number: number, isHidden: isTrue(attributes["hidden"]))
    column = 0
    if number <= before { return fail(.outOfOrder, at: nil) }
    if number > context.limits.rows { fail(.rowOutside(limit: context.limits.rows), at: nil) }
  }

  private func startCell(_ attributes: borrowing XmlAttributes) {
    let before = column
    column += 1
    if let text = attributes["r"] {
      guard let place = CellPlace(text), place.row == row.number else {
        return fail(.noPlace(text))
      }
      column = place.column
    }
    kind = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    value = nil
    inline = nil
    isFormula = false
    if column <= before { return fail(.outOfOrder, at: column) }
    if column > context.limits.columns {
      fail(.columnOutside(limit: context.limits.columns), at: column)
    }
  }

  private func endCell() {
    guard let content = content() else { return }
    if let error = context.count.add() { failure = failure ?? error }
    row.cells.append(SheetCell(column: column, value: content, isFormula: isFormula))
  }

  private func content() -> SheetCell.Value? {
    let text = value ?? ""
    if isFormula, text.isEmpty, kind != "str" { return .uncalculated }
    switch kind {
    case "s":
      guard !text.isEmpty else { return nil }
      guard let index = Int(text), context.texts.indices.contains(index) else {
        return failing(.noSharedText(text))
      }
      return filled(context.texts[index])
    case "inlineStr": return filled(unescaped(inline ?? ""))
    case "str": return filled(unescaped(text))
    case "b": return text.isEmpty ? nil : .flag(isTrue(text))
    case "e": return text.isEmpty ? nil : .error(text)
    case "d": return text.isEmpty ? nil : CalendarDay(cell: text).map { .date($0) } ?? .text(text)
    case "n": return text.isEmpty ? nil : number(text)
    default: return failing(.unknownKind(kind))
    }
  }

  private func filled(_ text: String) -> SheetCell.Value? { text.isEmpty ? nil : .text(text) }

  private func number(_ text: String) -> SheetCell.Value? {
    guard let number = Double(text), number.isFinite else { return failing(.noNumber(text)) }
    guard context.isDate.indices.contains(style), context.isDate[style],
      let day = CalendarDay(serial: number, from1904: context.countsFrom1904)
    else { return .number(number) }
    return .date(day)
  }

  private func failing(_ reason: WorkbookError.Reason) -> SheetCell.Value? {
    fail(reason, at: column)
    return nil
  }

  private func fail(_ reason: WorkbookError.Reason) {
    failure = failure ?? WorkbookError(reason, sheet: name)
  }

  private func fail(_ reason: WorkbookError.Reason, at column: Int?) {
    let cell = column.map { "\(CellPlace(row: max(row.number, 1), column: max($0, 1)))" }
    failure = failure ?? WorkbookError(reason, sheet: name, cell: cell ?? "row \(row.number)")
  }
}
