import Crew

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
  ///
  /// What stands on the second level, as bids do, is written side by side.
  var document: String {
    let level = 2
    var frame = Draft(open: level)
    write(to: &frame, level: 0)
    let parts = frame.left
    let written = parts.indices.mapSideBySide { place in
      var draft = Draft(open: nil)
      parts[place].value.write(to: &draft, level: level)
      return draft.text
    }
    var (text, place) = ([UInt8](), 0)
    for (part, own) in zip(parts, written) {
      text += frame.text[place..<part.place]
      text += own
      place = part.place
    }
    text += frame.text[place...]
    text.append(Self.newline)
    return String(decoding: text, as: UTF8.self)
  }

  /// A text in UTF-8, in which the values on one level may be left for later.
  private struct Draft {
    /// The level whose values are left open.
    let open: Int?

    var text: [UInt8] = []

    /// What belongs before the byte at `place`.
    var left: [(place: Int, value: Json)] = []
  }

  private static let newline = UInt8(ascii: "\n")

  /// Adds the value to `draft`; it ends on a line of `level`.
  private func write(to draft: inout Draft, level: Int) {
    guard level != draft.open else {
      draft.left.append((draft.text.count, self))
      return
    }
    switch self {
    case .object(let members):
      let ordered = members.sorted { $0.key < $1.key }
      Self.write(ordered, between: "{", "}", to: &draft, level: level) { member, draft in
        Self.write(member.key, to: &draft.text)
        draft.text += ": ".utf8
        member.value.write(to: &draft, level: level + 1)
      }
    case .list(let values):
      Self.write(values, between: "[", "]", to: &draft, level: level) { value, draft in
        value.write(to: &draft, level: level + 1)
      }
    case .text(let own): Self.write(own, to: &draft.text)
    case .number(let number): draft.text += Self.digits(of: number).utf8
    case .whole(let number): draft.text += "\(number)".utf8
    case .truth(let truth): draft.text += (truth ? "true" : "false").utf8
    case .null: draft.text += "null".utf8
    }
  }

  /// Adds `parts` as `write` does each, a line for each, between `opening` and `closing`.
  private static func write<Part>(
    _ parts: [Part], between opening: String, _ closing: String, to draft: inout Draft,
    level: Int, _ write: (Part, inout Draft) -> Void
  ) {
    draft.text += opening.utf8
    for (place, part) in parts.enumerated() {
      if place > 0 { draft.text.append(UInt8(ascii: ",")) }
      begin(lineOf: level + 1, in: &draft.text)
      write(part, &draft)
    }
    if !parts.isEmpty { begin(lineOf: level, in: &draft.text) }
    draft.text += closing.utf8
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
