import Quantities
import Tables
import Workbooks

/// Where the faults of one sheet go, each with its cell.
struct SheetFindings {
  let file: String
  let sheet: String
  let findings: Findings

  /// Reports what stands not in a cell.
  func refuse(
    _ expected: Fault.Reason, at place: CellPlace, path: String = "", found: String = "",
    nearest: String? = nil
  ) {
    findings.add(
      Fault(
        file: file, sheet: sheet, line: place.row, column: place.column, path: path, found: found,
        expected: expected, nearest: nearest))
  }

  /// Reports what stands not in the sheet as a whole.
  func refuse(_ expected: Fault.Reason, path: String = "", nearest: String? = nil) {
    findings.add(
      Fault(
        file: file, sheet: sheet, path: path, found: path, expected: expected, nearest: nearest))
  }
}

/// Reads single cells, and reports those that hold something else than they should.
///
/// Blanks around text are dropped and line ends made alike; nothing else is mended.
struct CellReading {
  let names: EventNames
  let findings: SheetFindings

  /// The cell as it is written to a table, `.empty` where there is nothing in it; nothing where it
  /// was reported.
  func read(
    _ cell: SheetCell?, as kind: SheetColumn.Kind, at place: CellPlace, path: String
  ) -> Cell? {
    guard let cell, let value = filled(cell.value) else { return .empty }
    func refuse(_ rule: WorkbookRule) -> Cell? {
      findings.refuse(.workbook(rule), at: place, path: path, found: value.excerpt(for: rule))
      return nil
    }
    if case .uncalculated = value { return refuse(.calculated) }
    return switch kind {
    case .text, .shown: text(value) ?? refuse(.text)
    case .number: number(value) ?? refuse(.number)
    case .whole(let bounds):
      whole(value, bounds)
        ?? refuse(.wholeNumber(lower: bounds.lowerBound, upper: bounds.upperBound))
    case .month: month(value) ?? refuse(.month)
    case .day: day(value) ?? refuse(.day)
    case .scalar: scalar(value) ?? refuse(.text)
    case .word(let list): word(value, list, at: place, path)
    }
  }

  /// The value without blanks around text; nothing where only blanks are left.
  func filled(_ value: SheetCell.Value) -> SheetCell.Value? {
    guard case .text(let text) = value else { return value }
    let trimmed = String(text.map { $0.isNewline ? "\n" : $0 }).trimmed
    return trimmed.isEmpty ? nil : .text(trimmed)
  }

  // Whole numbers are text as well: a page is one. A number with decimals is none, for its last
  // zeros are lost.
  private func text(_ value: SheetCell.Value) -> Cell? {
    switch value {
    case .text(let text): .text(text)
    case .number(let number) where isWhole(number): .text(figure(number))
    default: nil
    }
  }

  private func isWhole(_ number: Double) -> Bool {
    number == number.rounded() && abs(number) < 1e15
  }

  private func number(_ value: SheetCell.Value) -> Cell? {
    guard case .number(let number) = value else { return nil }
    return .figure(figure(number))
  }

  private func whole(_ value: SheetCell.Value, _ bounds: ClosedRange<Int>) -> Cell? {
    guard case .number(let number) = value, isWhole(number), bounds.contains(Int(number)) else {
      return nil
    }
    return .integer(Int(number))
  }

  private func month(_ value: SheetCell.Value) -> Cell? {
    switch value {
    case .text(let text): YearMonth(text).map { .month($0) }
    case .date(let day):
      YearMonth(year: day.month.year, month: day.month.monthOfYear).map { .month($0) }
    default: nil
    }
  }

  private func day(_ value: SheetCell.Value) -> Cell? {
    switch value {
    case .text(let text) where text.utf8.count == 10: CalendarDay(text).map { .text("\($0)") }
    case .date(let day): .text("\(day)")
    default: nil
    }
  }

  private func scalar(_ value: SheetCell.Value) -> Cell? {
    switch value {
    case .text(let text): .text(text)
    case .number(let number): .figure(figure(number))
    case .flag(let flag): .flag(flag)
    default: nil
    }
  }

  private func word(
    _ value: SheetCell.Value, _ list: WordList, at place: CellPlace, _ path: String
  ) -> Cell? {
    let words = list.words(in: names)
    if case .text(let text) = value, list.isOpen || words.contains(text) { return .text(text) }
    if list.isOpen {
      findings.refuse(.workbook(.text), at: place, path: path, found: value.excerpt(for: .text))
      return nil
    }
    let found = value.excerpt(for: .text)
    let expected: Fault.Reason =
      switch list {
      case .currencies: .currencyRate(of: found, own: names.currency)
      default: list.declaredUnder.map { .declared(kind: $0) } ?? .choice(words)
      }
    findings.refuse(
      expected, at: place, path: path, found: found, nearest: nearest(to: found, in: words))
    return nil
  }
}

extension String {
  /// The text without blanks, tabs and line ends around it.
  var trimmed: String {
    let isBlank = { (character: Character) in character.isWhitespace }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}

extension SheetCell.Value {
  /// What a fault shows of it; text says that it is text where a number was expected.
  fileprivate func excerpt(for rule: WorkbookRule) -> String {
    switch self {
    case .text(let text):
      switch rule {
      case .number, .wholeNumber: "the text \(text)"
      default: text
      }
    case .number(let number):
      rule == .text || rule == .month || rule == .day
        ? "the number \(figure(number))" : figure(number)
    case .flag(let flag): flag ? "true" : "false"
    case .date(let day): "the date \(day)"
    case .error(let error): "the error \(error)"
    case .uncalculated: ""
    }
  }
}
