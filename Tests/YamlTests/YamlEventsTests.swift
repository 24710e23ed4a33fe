import Testing

@testable import Yaml

@Suite struct YamlEventsTests {
  /// All events of a text.
  static func events(_ text: String) throws(YamlError) -> [YamlEvent] {
    let events = YamlEvents(text)
    var all: [YamlEvent] = []
    while let event = try events.next() { all.append(event) }
    return all
  }

  @Test func events_come_in_the_order_of_the_text_with_their_places() throws {
    let events = try Self.events("a: [1, 'two']\nü:\n  b: {}\n")
    #expect(
      events.map(\.content) == [
        .mapping, .scalar("a", isQuoted: false), .list, .scalar("1", isQuoted: false),
        .scalar("two", isQuoted: true), .end, .scalar("ü", isQuoted: false), .mapping,
        .scalar("b", isQuoted: false), .mapping, .end, .end, .end,
      ])
    #expect(events.map(\.line) == [1, 1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 4, 4])
    #expect(events.map(\.column) == [1, 1, 4, 5, 8, 13, 1, 3, 3, 6, 7, 1, 1])
  }

  @Test func scalars_keep_the_text_that_was_meant() throws {
    let text = """
      - no
      - "tab\\t, \\u00fc and zero\\0"
      - 'it''s'
      - |
        two
        lines
      - >-
        one
        line
      - plain
        goes on
      -
      """
    let scalars = try Self.events(text).compactMap { event -> String? in
      if case .scalar(let text, _) = event.content { text } else { nil }
    }
    #expect(
      scalars == [
        "no", "tab\t, ü and zero\0", "it's", "two\nlines\n", "one line", "plain goes on", "",
      ])
  }

  @Test func anchors_aliases_and_tags_are_told_by_name() throws {
    let events = try Self.events("[&a 1, *a, !!str 2, !b [], &c {}]")
    #expect(events.map(\.anchor) == [nil, "a", nil, nil, nil, nil, "c", nil, nil])
    #expect(events[2].content == .alias("a"))
    #expect(events.map(\.tag)[3...4] == ["!!str", "!b"])
  }

  @Test(arguments: ["", "\n\n", "# a comment\n", "\u{FEFF}", "%YAML 1.1\n---\n...\n"])
  func a_text_without_a_value_has_no_mapping(_ text: String) throws {
    let contents = try Self.events(text).map(\.content)
    #expect(contents.allSatisfy { $0 == .scalar("", isQuoted: false) })
  }

  @Test(
    arguments: [
      (
        "a: [1",
        YamlError(
          problem: "while parsing a flow sequence, did not find expected ',' or ']'", line: 2,
          column: 1)
      ),
      (
        "a: b: c",
        YamlError(
          problem: "mapping values are not allowed in this context", line: 1, column: 5)
      ),
      (
        "ü: 1\n\tb: 2",
        YamlError(
          problem: "while scanning a plain scalar, found a tab character that violates indentation",
          line: 2, column: 1)
      ),
      (
        "--- 1\n--- 2\n",
        YamlError(
          problem: "expected a single document in the stream, but found another document",
          line: 2, column: 1)
      ),
      (
        "# no\n%TAG ! tag:a,2002:\n--- 1\n",
        YamlError(problem: "abbreviations of tags are not read", line: 2, column: 1)
      ),
      (
        "a: 1\r\nb: 2\rc: 3\u{2028}d: \u{1}",
        YamlError(problem: "control characters are not allowed", line: 4, column: 4)
      ),
      (
        "a: 1\nüb: \u{1}",
        YamlError(
          problem: "control characters are not allowed", line: 2, column: 5)
      ),
    ])
  func what_is_no_yaml_is_told_with_its_place(_ text: String, _ error: YamlError) throws {
    #expect(throws: error) { try Self.events(text) }
  }

  @Test func nothing_follows_a_stop() throws {
    let events = YamlEvents("[1, 2")
    #expect(try events.next()?.content == .list)
    events.stop()
    for _ in 0..<3 { #expect(try events.next() == nil) }
  }

  @Test func nothing_follows_the_last_event() throws {
    let events = YamlEvents("a")
    #expect(try events.next() != nil)
    for _ in 0..<3 { #expect(try events.next() == nil) }
  }
}
