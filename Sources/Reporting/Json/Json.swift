/// A value of JSON, written always in the same bytes.
///
/// Keys are in order, as Swift orders strings, and numbers in the fewest digits that read back as
/// the same number.
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
    var text: [UInt8] = []
    write(to: &text, level: 0)
    text.append(Self.newline)
    return String(decoding: text, as: UTF8.self)
  }

  private static let newline = UInt8(ascii: "\n")

  /// Adds the value to `text`, in UTF-8; it ends on a line of `level`.
  private func write(to text: inout [UInt8], level: Int) {
    switch self {
    case .object(let members):
      let ordered = members.sorted { $0.key < $1.key }
      Self.write(ordered, between: "{", "}", to: &text, level: level) { member, text in
        Self.write(member.key, to: &text)
        text += ": ".utf8
        member.value.write(to: &text, level: level + 1)
      }
    case .list(let values):
      Self.write(values, between: "[", "]", to: &text, level: level) { value, text in
        value.write(to: &text, level: level + 1)
      }
    case .text(let own): Self.write(own, to: &text)
    case .number(let number): text += Self.digits(of: number).utf8
    case .whole(let number): text += "\(number)".utf8
    case .truth(let truth): text += (truth ? "true" : "false").utf8
    case .null: text += "null".utf8
    }
  }

  /// Adds `parts` as `write` does each, a line for each, between `opening` and `closing`.
  private static func write<Part>(
    _ parts: [Part], between opening: String, _ closing: String, to text: inout [UInt8],
    level: Int, _ write: (Part, inout [UInt8]) -> Void
  ) {
    text += opening.utf8
    for (place, part) in parts.enumerated() {
      if place > 0 { text.append(UInt8(ascii: ",")) }
      begin(lineOf: level + 1, in: &text)
      write(part, &text)
    }
    if !parts.isEmpty { begin(lineOf: level, in: &text) }
    text += closing.utf8
  }

  private static func begin(lineOf level: Int, in text: inout [UInt8]) {
    text.append(newline)
    text += repeatElement(UInt8(ascii: " "), count: 2 * level)
  }

  /// JSON has no infinities and no "not a number": they are null.
  private static func digits(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    let isWhole = number == number.rounded() && abs(number) < 0x1p53
    return isWhole ? Int64(number).description : number.description
  }

  /// Adds `own` in quotes.
  private static func write(_ own: String, to text: inout [UInt8]) {
    let stands = own.isPlain && !own.utf8.contains { $0 == 0x22 || $0 == 0x5C }
    text += "\"".utf8
    text += (stands ? own : escaped(own)).utf8
    text += "\"".utf8
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
