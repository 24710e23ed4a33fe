import TestKit
import Testing

@testable import Loading

@Suite struct SchemaTests {
  private static let clauses = [
    "AtRiskCredit", "ChronicFailure", "CreditCap", "FixedCredit", "FixedFee", "Indexation",
    "OneOffFee", "PaymentTerms", "PoorServiceLoss", "RepeatMultiplier", "Replacement",
    "ServiceLevel", "TerminationFee", "TieredPrice", "UnitPrice", "VolumeBand",
  ]

  private static func schema() throws -> JsonValue {
    try JsonValue(document: Project.text(of: "docs/schema/event.schema.json"))
  }

  /// The YAML examples on the page of the format.
  private static func examples() throws -> [String] {
    try Project.text(of: "docs/event.md").split(separator: "```").map(String.init)
      .filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
  }

  @Test func every_key_of_the_examples_is_in_the_schema() throws {
    let schema = try Self.schema()
    let examples = try Self.examples()
    #expect(examples.count >= 5)
    let roots = [schema] + ["bid", "mapping"].map { schema["$defs"][$0] }
    for example in examples {
      let findings = Findings()
      let value = YamlDoor(file: "event.md", findings: findings).read(example)
      #expect(findings.faults == [])
      let walk = SchemaWalk(root: schema)
      let unknown = try roots.map { walk.unknownKeys(of: try #require(value), in: $0) }
      let fewest = unknown.min { $0.count < $1.count } ?? []
      #expect(fewest == [], "in the example that begins \(example.prefix(40))")
    }
  }

  @Test func a_key_that_is_not_in_the_schema_is_found() throws {
    let schema = try Self.schema()
    let value = try #require(
      YamlDoor(file: "x", findings: Findings()).read("terms: {credits: {at_rsik: 5%}}")
    )
    #expect(
      SchemaWalk(root: schema).unknownKeys(of: value, in: schema) == ["terms/credits/at_rsik"]
    )
  }

  @Test func every_clause_is_listed() throws {
    let listed = try Self.schema()["x-clauses"].values.compactMap(\.text)
    #expect(listed.sorted() == Self.clauses)
  }
}

/// Looks up the keys of a YAML value in a schema.
private struct SchemaWalk {
  let root: JsonValue

  /// The paths of the keys that `schema` does not know.
  func unknownKeys(of value: WrittenValue, in schema: JsonValue, path: String = "") -> [String] {
    if let name = schema["$ref"].text?.split(separator: "/").last {
      return unknownKeys(of: value, in: root["$defs"][String(name)], path: path)
    }
    let forms = schema["anyOf"].values
    if !forms.isEmpty {
      let all = forms.map { unknownKeys(of: value, in: $0, path: path) }
      return all.min { $0.count < $1.count } ?? []
    }
    switch value.content {
    case .scalar: return []
    case .list(let items):
      guard schema["items"] != .null else { return [path] }
      return items.flatMap { unknownKeys(of: $0, in: schema["items"], path: path) }
    case .mapping(let entries):
      return entries.flatMap { entry -> [String] in
        let key = path.isEmpty ? entry.key : "\(path)/\(entry.key)"
        let known = schema["properties"][entry.key]
        if known != .null { return unknownKeys(of: entry.value, in: known, path: key) }
        guard case .object = schema["additionalProperties"] else { return [key] }
        return unknownKeys(of: entry.value, in: schema["additionalProperties"], path: key)
      }
    }
  }
}
