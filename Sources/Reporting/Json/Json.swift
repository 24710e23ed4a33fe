/// A value of JSON, written always in the same bytes: keys in order of their scalars, numbers in
/// the fewest digits that read back as the same number.
enum Json: Hashable {
  case object([String: Json])
  case list([Json])
  case text(String)
  case number(Double)
  case whole(Int128)
  case truth(Bool)
  case null

  /// A whole number.
  static func count(_ number: some BinaryInteger) -> Json { .whole(Int128(number)) }

  /// `value`, null where there is none.
  static func optional<Value>(_ value: Value?, _ json: (Value) -> Json) -> Json {
    value.map(json) ?? .null
  }

  /// A list of texts.
  static func texts(_ texts: some Sequence<String>) -> Json { .list(texts.map(Json.text)) }

  /// A list of numbers.
  static func numbers(_ numbers: some Sequence<Double>) -> Json { .list(numbers.map(Json.number)) }
}

extension Json: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral {
  init(dictionaryLiteral elements: (String, Json)...) {
    self = .object(Dictionary(elements) { _, later in later })
  }

  init(stringLiteral text: String) { self = .text(text) }
}

extension Json {
  /// The document: the value, indented by two spaces a level, and a newline at its end.
  var document: String { written(indent: "") + "\n" }

  private func written(indent: String) -> String {
    switch self {
    case .object(let members):
      let lines = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
        "\(Self.quoted($0.key)): \($0.value.written(indent: indent + "  "))"
      }
      return Self.block("{", lines, "}", indent)
    case .list(let values):
      return Self.block("[", values.map { $0.written(indent: indent + "  ") }, "]", indent)
    case .text(let text): return Self.quoted(text)
    case .number(let number): return Self.digits(of: number)
    case .whole(let number): return "\(number)"
    case .truth(let truth): return truth ? "true" : "false"
    case .null: return "null"
    }
  }

  private static func block(
    _ open: String, _ lines: [String], _ close: String, _ indent: String
  ) -> String {
    guard !lines.isEmpty else { return open + close }
    let inner = lines.map { "\n\(indent)  \($0)" }.joined(separator: ",")
    return "\(open)\(inner)\n\(indent)\(close)"
  }

  /// JSON has no infinities and no "not a number": they are null.
  private static func digits(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    let isWhole = number == number.rounded() && abs(number) < 0x1p53
    return isWhole ? "\(Int64(number))" : "\(number)"
  }

  private static func quoted(_ text: String) -> String {
    if text.isPlain && !text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
      return "\"\(text)\""
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted += scalar.isInvisible ? escaped(scalar) : String(scalar)
      }
    }
    return quoted + "\""
  }

  /// The scalar by its number: what controls a terminal or the direction of writing never stands
  /// as it is, so that a document is safe to look at.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
