/// The texts that cells share, each put together from its runs.
final class XlsxTexts: XmlListener {
  private(set) var texts: [String] = []
  private let limit: Int
  private var whole = ""
  private var isPhonetic = false

  init(limits: WorkbookLimits) {
    limit = limits.sharedTexts
    super.init(textLimit: limits.textBytes)
  }

  override func start(_ name: String, _ attributes: borrowing XmlAttributes) {
    switch name {
    case "si": whole = ""
    case "rPh": isPhonetic = true
    case "t": if !isPhonetic { gather() }
    default: break
    }
  }

  override func end(_ name: String) {
    switch name {
    case "rPh": isPhonetic = false
    case "t":
      if isPhonetic { return }
      whole += takeText()
      if textIsTooLong || whole.utf8.count > textLimit {
        failure = WorkbookError(.tooLong(limit: textLimit))
      }
    case "si":
      texts.append(unescaped(whole))
      if texts.count > limit { failure = WorkbookError(.tooManyTexts(limit: limit)) }
    default: break
    }
  }
}

/// `text` with each `_x000D_`, by which characters are written that XML does not have, resolved.
///
/// Source: ECMA-376 part 1, 22.4.2.4 (`bstr`).
func unescaped(_ text: String) -> String {
  guard text.utf8.contains(0x5F) else { return text }
  var result = ""
  var rest = text[...]
  while let mark = rest.firstIndex(of: "_") {
    result += rest[..<mark]
    rest = rest[mark...]
    let code = rest.prefix(7)
    guard code.count == 7, code.hasPrefix("_x"), code.hasSuffix("_"),
      let value = UInt32(code.dropFirst(2).dropLast(), radix: 16),
      let scalar = Unicode.Scalar(value)
    else {
      result += "_"
      rest = rest.dropFirst()
      continue
    }
    result.unicodeScalars.append(scalar)
    rest = rest.dropFirst(7)
  }
  return result + rest
}
