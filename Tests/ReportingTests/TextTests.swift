import Testing

@testable import Reporting

@Suite struct TextTests {
  @Test(
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m", "�[31mred�[0m"), ("a\nb\t c\r\n", "a b c"),
      ("left\u{202E}right", "left�right"), ("bell\u{7}", "bell�"), ("Müller & Søn", "Müller & Søn"),
      ("\u{9B}2J", "�2J"),
    ]
  )
  func what_a_bidder_wrote_cannot_steer_a_terminal(text: String, clean: String) {
    #expect(text.clean == clean)
  }

  @Test func lines_are_broken_at_spaces_and_long_words_where_they_end() {
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("abcdefghij".wrapped(to: 4) == ["abcd", "efgh", "ij"])
    #expect("a bcdefghij".wrapped(to: 4, indent: " ") == ["a", " bcd", " efg", " hij"])
  }

  @Test func a_wide_table_goes_on_below_with_its_keys() {
    let headings = (1...6).map { "heading\($0)" }
    let table = TextTable(keys: ["bid"], headings, rows: [["a"] + headings])
    let lines = table.lines(width: 40)
    #expect(lines.count == 7)
    #expect(lines.allSatisfy { $0.columns <= 40 })
    #expect(lines.filter { $0.hasPrefix("a  ") }.count == 2)
    for heading in headings { #expect(lines.filter { $0.contains(heading) }.count == 2) }
  }

  @Test func a_wide_cell_is_wrapped_and_not_cut() {
    let name = String(repeating: "x", count: 70)
    let lines = TextTable(keys: ["bid"], ["cost"], rows: [[name, "1"]]).lines()
    #expect(lines.joined().filter { $0 == "x" }.count == 70)
    #expect(lines.allSatisfy { $0.columns <= pageWidth })
  }

  @Test func wide_characters_take_two_columns() {
    #expect("日本".columns == 4)
    #expect("é".columns == 1)
    let lines = TextTable(keys: ["bid"], ["cost"], rows: [["日本", "1"], ["abcd", "2"]]).lines()
    #expect(Set(lines.suffix(2).map(\.columns)).count == 1)
  }
}
