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
  var document: String {
    var text = ""
    write(to: &text, indent: "\n")
    text += "\n"
    return text
  }

  /// Adds the value to `text`; `indent` begins the line on which it ends.
  private func write(to text: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .object(let members):
      let ordered = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      text += "{"
      for (place, member) in ordered.enumerated() {
        if place > 0 { text += "," }
        text += inner
        Self.write(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: inner)
      }
      if !ordered.isEmpty { text += indent }
      text += "}"
    case .list(let values):
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += "," }
        text += inner
        value.write(to: &text, indent: inner)
      }
      if !values.isEmpty { text += indent }
      text += "]"
    case .text(let own): Self.write(own, to: &text)
    case .number(let number): text += Self.digits(of: number)
    case .whole(let number): text += "\(number)"
    case .truth(let truth): text += truth ? "true" : "false"
    case .null: text += "null"
    }
  }

  /// JSON has no infinities and no "not a number": they are null.
  private static func digits(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    let isWhole = number == number.rounded() && abs(number) < 0x1p53
    return isWhole ? Int64(number).description : number.description
  }

  /// Adds `own` in quotes.
  private static func write(_ own: String, to text: inout String) {
    text += "\""
    text += own.isPlain && !own.utf8.contains { $0 == 0x22 || $0 == 0x5C } ? own : escaped(own)
    text += "\""
  }

  private static func escaped(_ own: String) -> String {
    var escaped = ""
    for scalar in own.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      default: escaped += scalar.isInvisible ? Self.escaped(scalar) : String(scalar)
      }
    }
    return escaped
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
