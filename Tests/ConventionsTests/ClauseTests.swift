import FoundationEssentials
import TestKit
import Testing

/// One clause, five places, same stem.
@Suite struct ClauseTests {
  static let families: Set = [
    "Price", "Adjustment", "Volume", "Service", "Exit", "Protection", "Compliance",
  ]

  /// Files of a family that hold no clause of their own but what clauses share.
  static let notClauses: Set = [
    "Answer", "AttainmentTable", "ChargeBase", "CreditBase", "Deviation", "Exercise",
    "Requirement",
  ]

  static let clauses = Project.sources(under: "Sources/Contracts").filter { source in
    source.folders.count == 3 && families.contains(source.folders[2])
      && !source.stem.contains("+") && !notClauses.contains(source.stem)
  }

  @Test(arguments: clauses)
  func every_clause_has_a_formula(_ clause: SourceFile) {
    let family = clause.folders[2]
    #expect(Project.holds("Sources/Settlement/\(family)/\(clause.stem)+Settlement.swift"))
  }

  @Test(arguments: clauses)
  func every_clause_has_tests_that_read_its_page(_ clause: SourceFile) throws {
    let family = clause.folders[2]
    let tests = "Tests/SettlementTests/\(family)/\(clause.stem)Tests.swift"
    try #require(Project.holds(tests))
    let readsItsPage = try Project.text(of: tests).contains("ClausePage(\"\(clause.stem)\")")
    #expect(readsItsPage, "\(tests) does not read ClausePage(\"\(clause.stem)\")")
  }

  @Test(arguments: clauses)
  func every_clause_has_a_page_with_a_worked_example(_ clause: SourceFile) throws {
    let page = try ClausePage(clause.stem)
    #expect(!page.rows.isEmpty)
  }

  @Test(arguments: Project.files(under: "docs/clauses", endingIn: [".md"]))
  func every_page_of_a_clause_has_its_clause(_ page: String) {
    let stem = SourceFile(path: page).stem
    let isIndex = stem == "README" || stem == "index"
    #expect(isIndex || Self.clauses.contains { $0.stem == stem })
  }
}

@Suite struct ClauseIndexTests {
  @Test func the_index_lists_every_page_once() throws {
    let index = try Project.text(of: "docs/clauses/README.md")
    for clause in ClauseTests.clauses {
      #expect(index.ranges(of: "](\(clause.stem).md)").count == 1, "\(clause.stem)")
    }
  }
}

@Suite struct SchemaTests {
  @Test(.enabled(if: !ClauseTests.clauses.isEmpty, "there is no clause yet"))
  func every_clause_is_named_in_the_schema() throws {
    let text = try Project.text(of: "docs/schema/event.schema.json")
    let schema = try JSONDecoder().decode(SchemaNode.self, from: Data(text.utf8))
    let missing = Set(ClauseTests.clauses.map(\.stem)).subtracting(schema.clauses)
    #expect(missing.isEmpty, "no x-clause names \(missing.sorted())")
  }
}

/// Any part of a JSON Schema, reduced to the clauses that its `x-clause` keywords name.
private struct SchemaNode: Decodable {
  var clauses: Set<String> = []

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.singleValueContainer().decode([String: SchemaNode].self) {
      clauses = object.values.reduce(into: []) { $0.formUnion($1.clauses) }
      clauses.formUnion(try NamedClauses(from: decoder).names)
    } else if let list = try? decoder.singleValueContainer().decode([SchemaNode].self) {
      clauses = list.reduce(into: []) { $0.formUnion($1.clauses) }
    }
  }
}

/// The keyword `x-clause` of an object: one stem or a list of them.
private struct NamedClauses: Decodable {
  enum CodingKeys: String, CodingKey {
    case names = "x-clause"
  }

  var names: [String]

  init(from decoder: any Decoder) throws {
    let keywords = try decoder.container(keyedBy: CodingKeys.self)
    if let name = try? keywords.decode(String.self, forKey: .names) {
      names = [name]
    } else {
      names = try keywords.decodeIfPresent([String].self, forKey: .names) ?? []
    }
  }
}
