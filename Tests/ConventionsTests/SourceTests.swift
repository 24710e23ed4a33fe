import TestKit
import Testing

@Suite struct SourceTests {
  static let library = Project.sources(under: "Sources").filter {
    $0.folders.dropFirst().first != "Terminal"
  }

  static let all = ["Sources", "Tests", "Benchmarks"].flatMap { Project.sources(under: $0) }

  @Test(arguments: all)
  func a_file_has_at_most_300_lines(_ source: SourceFile) throws {
    let lines = try source.text().count { $0.isNewline }
    #expect(lines <= 300)
  }

  @Test(arguments: all.filter { $0.path.hasSuffix(".swift") })
  func modules_of_c_have_one_door_and_foundation_has_none(_ source: SourceFile) throws {
    let doors = [
      ("CLibCSV", ["Sources/Tables/"]), ("CProcess", ["Sources/Terminal/"]),
      ("CRows", ["Sources/Rows/", "Tests/RowsTests/Levels/"]),
      ("CMinizip", ["Sources/Workbooks/Reading/"]), ("CExpat", ["Sources/Workbooks/Reading/"]),
      ("CLibYaml", ["Sources/Yaml/"]), ("Foundation", ["Tests/", "Benchmarks/"]),
      ("CXlsxWriter", ["Sources/Workbooks/Writing/"]), ("CNlopt", ["Sources/Search/"]),
    ]
    for (module, folders) in doors {
      let words = try source.codeWords()
      let isImported = zip(words, words.dropFirst()).contains { $0 == "import" && $1 == module }
      let isDoor = folders.contains { source.path.hasPrefix($0) }
      #expect(!isImported || isDoor, "\(module) belongs to \(folders)")
    }
  }

  @Test(arguments: all.filter { $0.path.hasSuffix(".swift") })
  func memory_is_touched_by_hand_where_c_is(_ source: SourceFile) throws {
    let rooms = [
      "Sources/Tables/", "Sources/Yaml/", "Sources/Rows/", "Sources/Workbooks/",
      "Sources/Search/", "Tests/Fuzz", "Tests/RowsTests/Levels/",
    ]
    let isThere = rooms.contains { source.path.hasPrefix($0) }
    #expect(try isThere || !source.codeWords().contains("unsafe"))
  }

  // The same inputs give the same bytes: no room of the library asks the machine for the time
  // or for chance.
  @Test(arguments: library)
  func no_library_room_reads_a_clock_or_throws_the_machines_dice(_ source: SourceFile) throws {
    let code = try source.code()
    let calls = ["Date()", "Date.now", ".random("].filter(code.contains)
    #expect(calls.isEmpty)
    let names = Set(try source.codeWords()).intersection(Self.clocksAndDice).sorted()
    #expect(names.isEmpty)
  }

  private static let clocksAndDice: Set<Substring> = [
    "SystemRandomNumberGenerator", "arc4random", "clock_gettime", "gettimeofday",
    "ContinuousClock", "SuspendingClock",
  ]
}
