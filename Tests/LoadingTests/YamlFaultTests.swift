import Testing

@testable import Loading

@Suite struct YamlFaultTests {
  static let yaml = [
    FaultCase(
      "term: 24 months", "term: &t 24 months",
      "event.yaml:4:7: anchors, aliases, merge keys and tags are not read, found &t"
    ),
    FaultCase(
      "{lag: 1 month}", "{<<: {lag: 1}}",
      "event.yaml:19:13: anchors, aliases, merge keys and tags are not read, found <<"
    ),
    FaultCase(
      "term: 24 months", "term: !!str 24",
      "event.yaml:4:7: anchors, aliases, merge keys and tags are not read, found !!str"
    ),
    FaultCase(
      "title: Customer service", "title: *nowhere",
      "event.yaml:1:8: anchors, aliases, merge keys and tags are not read, found *nowhere"
    ),
    FaultCase(
      "currency: EUR", "currency: EUR\ncurrency: EUR",
      "event.yaml:3:1: currency: this key is there already, at line 2"
    ),
    FaultCase(
      "{lag: 1 month}", "{lag: 1 month, lag: 2 months}",
      "event.yaml:19:27: lag: this key is there already, at line 19"
    ),
    FaultCase(
      "title: Customer service", "title: [a",
      "event.yaml:2:9: while parsing a flow sequence, did not find expected ',' or ']'"
    ),
    FaultCase(
      "title: Customer service", "? [a]\n: b\ntitle: x",
      "event.yaml:1:3: anchors, aliases, merge keys and tags are not read, found a key that is "
        + "not a name"
    ),
    FaultCase(
      "cap: 12%", "cap: '12%'",
      "event.yaml:34:10: terms/credits/cap: expected a share such as 0.125 or 12.5%, found "
        + "\"12%\""
    ),
    FaultCase(
      "multiple: 4", "multiple: \"4\"",
      "event.yaml:37:31: terms/termination_fee/multiple: expected a number without quotes, "
        + "found \"4\""
    ),
    FaultCase(
      "multiple: 4", "multiple: .nan",
      "event.yaml:37:31: terms/termination_fee/multiple: expected a number without quotes, "
        + "found .nan"
    ),
    FaultCase(
      "multiple: 4", "multiple: .inf",
      "event.yaml:37:31: terms/termination_fee/multiple: expected a number without quotes, "
        + "found .inf"
    ),
    FaultCase(
      "multiple: 4", "multiple: 1e400",
      "event.yaml:37:31: terms/termination_fee/multiple: expected a number without quotes, "
        + "found 1e400"
    ),
    FaultCase(
      "multiple: 4", "multiple: 190:20:30",
      "event.yaml:37:31: terms/termination_fee/multiple: expected a number without quotes, "
        + "found 190:20:30"
    ),
    FaultCase(
      "multiple: 4", "multiple: 0x10",
      "event.yaml:37:31: terms/termination_fee/multiple: expected a number without quotes, "
        + "found 0x10"
    ),
    FaultCase(
      "multiple: 4", "multiple: 010",
      "event.yaml:37:31: terms/termination_fee/multiple: expected a number without quotes, "
        + "found 010"
    ),
    FaultCase(
      "mandatory: true", "mandatory: yes",
      "event.yaml:16:81: requirements/gdpr-28/mandatory: expected true or false, found yes"
    ),
    FaultCase(
      "title: Customer service", "title: {a: b}",
      "event.yaml:1:8: title: expected text, found {a}"
    ),
  ]

  @Test func every_surprise_of_a_file_is_told_before_what_ends_its_reading() throws {
    let findings = Findings()
    let door = YamlDoor(file: "x", findings: findings)
    #expect(door.read("a: *b\na: {c: &d 1}\n? {e: f}\n: 2\na: [h\n") == nil)
    #expect(
      findings.faults.map { [$0.line, $0.column] }
        == [[1, 4], [2, 1], [2, 8], [3, 3], [5, 1], [6, 1]])
    #expect(findings.faults.map(\.expected).filter { $0 == .uniqueKey(firstLine: 1) }.count == 2)
  }

  @Test func nesting_ends_somewhere() {
    func faults(at depth: Int, behind prefix: String = "") -> [Int] {
      let findings = Findings()
      let lists =
        prefix + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      let value = YamlDoor(file: "x", findings: findings).read(lists)
      #expect((value == nil) == !findings.faults.isEmpty)
      return findings.faults.map(\.column)
    }
    let most = YamlDoor.deepestNesting
    #expect(faults(at: most) == [])
    #expect(faults(at: most + 1) == [most + 1])
    // As many as the largest file holds; the parser's time grows with the square of them.
    #expect(faults(at: 2_000_000) == [most + 1])
    #expect(faults(at: 2_000_000, behind: "&a ") == [1])
    #expect(faults(at: 2_000_000, behind: "? ") == [3])
  }

  @Test(arguments: yaml) func surprises_of_yaml_are_refused(_ fault: FaultCase) throws {
    try fault.check()
  }
}
