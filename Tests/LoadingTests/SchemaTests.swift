import TestKit
import Testing

@testable import Loading

@Suite struct SchemaTests {
  /// The clauses that `Clause` lists.
  private static func clauses() throws -> [String] {
    try Project.text(of: "Sources/Contracts/Clause.swift").split(separator: "\n").compactMap {
      line in
      let parts = line.split { "()".contains($0) }
      return parts.count == 2 && parts[0].hasPrefix("  case ") ? String(parts[1]) : nil
    }
  }

  private static func schema() throws -> JsonValue {
    try JsonValue(document: Project.text(of: "docs/schema/event.schema.json"))
  }

  /// The YAML examples on the page of the format.
  private static func examples() throws -> [String] {
    try ["docs/event.md", "docs/mappings.md"].flatMap { page in
      try Project.text(of: page).split(separator: "```").map(String.init)
        .filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
    }
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

  // Editors are pointed at it for bid.yaml.
  @Test func the_schema_of_bids_is_a_part_of_that_of_events() throws {
    let own = try JsonValue(document: Project.text(of: "docs/schema/bid.schema.json"))
    #expect(own["$ref"].text == "event.schema.json#/$defs/bid")
    #expect(try Self.schema()["$defs"]["bid"]["properties"]["terms"] != .null)
  }

  @Test func every_clause_is_listed() throws {
    let listed = try Self.schema()["x-clauses"].values.compactMap(\.text)
    #expect(try listed.sorted() == Self.clauses().sorted())
    #expect(listed.count > 10)
  }

  @Test func the_files_of_every_scenario_fit_the_schema() throws {
    let files =
      Project.files(under: "scenarios", endingIn: [".yaml"])
      + Project.files(under: "datasets/mappings", endingIn: [".yaml"])
      + Project.files(under: "Tests/Fixtures/two-bids", endingIn: [".yaml"])
      + Project.files(under: "Tests/Fixtures/levelling", endingIn: [".yaml"])
    #expect(files.count > 10)
    for file in files {
      let name = file.split(separator: "/").last.map(String.init) ?? ""
      let isCase = file.hasPrefix("scenarios/vectors/") || name == "statement.yaml"
      let kind =
        name == "event.yaml" ? nil : name == "bid.yaml" ? "bid" : isCase ? "case" : "mapping"
      let schema = try JsonSchema(try Self.schema().checkable(of: kind).document)
      let findings = Findings()
      let value = YamlDoor(file: file, findings: findings).read(try Project.text(of: file))
      #expect(schema.faults(of: try #require(value).json) == [], "\(file)")
    }
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
    case .scalar, .nothing: return []
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

extension WrittenValue {
  /// The value as editors take it for YAML's core schema.
  fileprivate var json: JsonValue {
    switch content {
    case .scalar(let text, isQuoted: true): .text(text)
    case .scalar("true", _): .truth(true)
    case .scalar("false", _): .truth(false)
    case .scalar(let text, _):
      isNull ? .null : decimal(text).map { .number($0) } ?? .text(text)
    case .list(let items): .list(items.map(\.json))
    case .mapping(let entries):
      .object(Dictionary(entries.map { ($0.key, $0.value.json) }) { first, _ in first })
    case .nothing: .null
    }
  }
}

extension JsonValue {
  /// The keywords that are for editors alone.
  private static let unchecked = [
    "pattern", "propertyNames", "minItems", "maxItems", "minLength", "oneOf", "exclusiveMinimum",
    "x-clauses", "x-clause",
  ]

  /// The schema of one kind of file, with the keywords that can be checked here.
  fileprivate func checkable(of kind: String?) -> JsonValue {
    guard let kind else { return checkable }
    return .object(["$ref": .text("#/$defs/\(kind)"), "$defs": self["$defs"].checkable])
  }

  private var checkable: JsonValue {
    switch self {
    case .object(var members):
      if let value = members["const"] {
        members["const"] = nil
        members["enum"] = .list([value])
      }
      for keyword in Self.unchecked { members[keyword] = nil }
      return .object(members.mapValues(\.checkable))
    case .list(let values): return .list(values.map(\.checkable))
    default: return self
    }
  }

  /// The value as JSON text; texts are those of a schema and hold no control characters.
  fileprivate var document: String {
    func quoted(_ text: String) -> String {
      "\""
        + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\t", with: "\\t") + "\""
    }
    return switch self {
    case .object(let members):
      "{" + members.map { "\(quoted($0)):\($1.document)" }.joined(separator: ",") + "}"
    case .list(let values): "[" + values.map(\.document).joined(separator: ",") + "]"
    case .text(let text): quoted(text)
    case .number(let number): "\(number)"
    case .truth(let truth): "\(truth)"
    case .null: "null"
    }
  }
}
