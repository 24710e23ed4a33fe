import TestKit
import Testing

@Suite struct DataTests {
  static let tables = ["datasets", "scenarios"].flatMap {
    Project.files(under: $0, endingIn: [".csv"])
  }

  static let tests = Project.sources(under: "Tests").filter {
    !$0.path.hasPrefix("Tests/ConventionsTests/")
  }

  // A table counts as read where a test names it, or names the folder directly under
  // datasets/ or scenarios/ in which it lies.
  @Test(arguments: tables)
  func every_table_is_read_by_some_test(_ table: String) throws {
    let folder = table.split(separator: "/").prefix(2).joined(separator: "/")
    let isRead = try Self.tests.contains { test in
      let text = try test.text()
      return text.contains(table) || names(folder, in: text)
    }
    #expect(isRead)
  }

  @Test(arguments: Set(tables.map { $0.split(separator: "/").prefix(2).joined(separator: "/") }))
  func every_data_set_says_where_it_comes_from(_ folder: String) {
    #expect(folder.hasPrefix("scenarios/") || Project.holds("\(folder)/SOURCE.md"))
  }

  // `scenarios/it` is not named by `scenarios/it-helpdesk`.
  private func names(_ folder: String, in text: String) -> Bool {
    text.ranges(of: folder).contains { range in
      guard let next = text[range.upperBound...].first else { return true }
      return !next.isLetter && !next.isNumber && next != "-" && next != "_"
    }
  }
}
