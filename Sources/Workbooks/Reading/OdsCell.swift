import Quantities

/// A cell of an .ods file as it is written.
struct OdsCell {
  let kind: String
  let isError: Bool
  let isFormula: Bool
  let value: String?
  let text: String?
  let repeats: Int
  var paragraphs: [String] = []

  /// Whether its paragraphs are read: those of a number only show what its value says.
  let needsText: Bool

  /// Why the cell cannot be read.
  struct Refusal: Error {
    var reason: WorkbookError.Reason
  }

  init(_ attributes: borrowing XmlAttributes, repeats: Int) {
    kind = attributes["office:value-type"] ?? ""
    isError = attributes["calcext:value-type"] == "error"
    isFormula = attributes.anyPrefix("formula") != nil
    value =
      attributes["office:value"] ?? attributes["office:date-value"]
      ?? attributes["office:boolean-value"] ?? attributes["office:time-value"]
    text = attributes["office:string-value"]
    needsText = isError || value == nil
    self.repeats = repeats
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
