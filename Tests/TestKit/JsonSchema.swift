/// The part of JSON Schema (draft 2020-12) that the project's own schemas use.
///
/// A keyword that is not known here is a fault too, so that nothing goes unchecked.
public struct JsonSchema: Sendable {
  private let root: JsonValue

  /// Reads a schema.
  ///
  /// - Throws: An error of the decoder where `text` is no JSON.
  public init(_ text: String) throws { root = try JsonValue(document: text) }

  /// What is wrong with `value`, each with the path that leads to it; nothing where it fits.
  public func faults(of value: JsonValue) -> [String] { faults(of: value, root, at: "") }

  private func faults(of value: JsonValue, _ schema: JsonValue, at path: String) -> [String] {
    schema.members.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description": []
      case "$ref": referred(rule, value, at: path)
      case "type": isOf(rule, value) ? [] : ["\(path): not of type \(rule)"]
      case "enum": rule.values.contains(value) ? [] : ["\(path): none of \(rule.values)"]
      case "minimum":
        (value.number ?? .infinity) >= (rule.number ?? 0) ? [] : ["\(path): too small"]
      case "maximum":
        (value.number ?? -.infinity) <= (rule.number ?? 0) ? [] : ["\(path): too large"]
      case "anyOf":
        rule.values.contains { faults(of: value, $0, at: path).isEmpty }
          ? [] : ["\(path): none of the alternatives"]
      case "items":
        value.values.enumerated().flatMap { faults(of: $1, rule, at: "\(path)/\($0)") }
      case "required":
        rule.values.compactMap(\.text).filter { value.members[$0] == nil }.map {
          "\(path): no member \($0)"
        }
      case "properties", "additionalProperties":
        keyword == "properties" || schema.members["properties"] == nil
          ? members(of: value, schema, at: path) : []
      default: ["\(path): unknown keyword \(keyword)"]
      }
    }
  }

  private func referred(_ rule: JsonValue, _ value: JsonValue, at path: String) -> [String] {
    let name = (rule.text ?? "").split(separator: "/").last.map(String.init) ?? ""
    guard let target = root["$defs"].members[name] else {
      return ["\(path): no definition \(name)"]
    }
    return faults(of: value, target, at: path)
  }

  private func members(of value: JsonValue, _ schema: JsonValue, at path: String) -> [String] {
    value.members.sorted { $0.key < $1.key }.flatMap { name, member -> [String] in
      if let own = schema["properties"].members[name] {
        return faults(of: member, own, at: "\(path)/\(name)")
      }
      switch schema["additionalProperties"] {
      case .truth(false): return ["\(path): unknown member \(name)"]
      case let rule: return faults(of: member, rule, at: "\(path)/\(name)")
      }
    }
  }

  private func isOf(_ rule: JsonValue, _ value: JsonValue) -> Bool {
    guard rule.values.isEmpty else { return rule.values.contains { isOf($0, value) } }
    return switch (rule.text, value) {
    case ("object", .object), ("array", .list), ("string", .text), ("number", .number),
      ("boolean", .truth), ("null", .null):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
