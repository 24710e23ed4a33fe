import Quantities

/// A cell of an .ods file as it is written.
struct OdsCell {
  var kind: String
  var isError: Bool
  var isFormula: Bool
  var value: String?
  var text: String?
  var repeats: Int
  var paragraphs: [String] = []

  /// Why the cell cannot be read.
  struct Refusal: Error {
    var reason: WorkbookError.Reason
  }

  /// What it holds, or nothing where it is empty.
  func content() -> Result<SheetCell.Value?, Refusal> {
    let shown = text ?? paragraphs.joined(separator: "\n")
    // LibreOffice writes the word that it shows, and Err:502 for its own errors.
    if isError { return .success(.error(paragraphs.isEmpty ? shown : paragraphs.joined())) }
    switch kind {
    case "":
      if !shown.isEmpty { return .success(.text(shown)) }
      return .success(isFormula ? .uncalculated : nil)
    case "void": return .success(isFormula ? .uncalculated : nil)
    case "string":
      return .success(shown.isEmpty ? nil : .text(shown))
    case "float", "percentage", "currency":
      let written = value ?? ""
      guard let number = Double(written), number.isFinite else {
        return .failure(Refusal(reason: .noNumber(written)))
      }
      return .success(.number(number))
    case "boolean": return .success(.flag(value == "true"))
    case "date":
      let written = value ?? shown
      return .success(CalendarDay(cell: written).map { .date($0) } ?? .text(written))
    case "time": return .success(.text(value ?? shown))
    default: return .failure(Refusal(reason: .unknownKind(kind)))
    }
  }
}
