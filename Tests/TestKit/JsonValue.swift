import FoundationEssentials

/// A value of JSON, read to be checked.
public enum JsonValue: Hashable, Sendable, Decodable {
  /// Members by name.
  case object([String: JsonValue])
  /// Values in order.
  case list([JsonValue])
  /// Text.
  case text(String)
  /// A number.
  case number(Double)
  /// `true` or `false`.
  case truth(Bool)
  /// `null`.
  case null

  /// Reads a document.
  ///
  /// - Throws: An error of the decoder where `text` is no JSON.
  public init(document text: String) throws {
    self = try JSONDecoder().decode(JsonValue.self, from: Data(text.utf8))
  }

  /// Reads one value.
  ///
  /// - Throws: An error of the decoder where the value is of no kind.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JsonValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JsonValue].self))
    }
  }

  /// The member `name` of an object; `null` where there is none.
  public subscript(name: String) -> JsonValue { members[name] ?? .null }

  /// The members of an object; none of anything else.
  public var members: [String: JsonValue] {
    if case .object(let members) = self { members } else { [:] }
  }

  /// The values of a list; none of anything else.
  public var values: [JsonValue] { if case .list(let values) = self { values } else { [] } }

  /// The number; nothing of anything else.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The text; nothing of anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
}
