import TestKit
import Testing

@testable import Reporting

@Suite struct JsonTests {
  @Test func keys_are_sorted_and_the_document_ends_with_a_newline() {
    let json: Json = ["b": .count(1), "a": [:], "a_": .list([])]
    #expect(json.document == "{\n  \"a\": {},\n  \"a_\": [],\n  \"b\": 1\n}\n")
  }

  @Test func levels_are_indented_whatever_stands_on_them() {
    let json: Json = [
      "deep": [
        "list": .list([.number(1.5), .list([]), .list([.list([.null]), [:]])]), "empty": [:],
      ],
      "flat": .list([.truth(true), "text"]), "least": .count(1),
    ]
    #expect(
      json.document == """
        {
          "deep": {
            "empty": {},
            "list": [
              1.5,
              [],
              [
                [
                  null
                ],
                {}
              ]
            ]
          },
          "flat": [
            true,
            "text"
          ],
          "least": 1
        }

        """)
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (-0.0, "0"), (3.0, "3"), (1e22, "1e+22"), (1e-300, "1e-300"), (.nan, "null"),
      (-.infinity, "null"), (0.1 + 0.2, "0.30000000000000004"),
    ]
  )
  func numbers_read_back_as_they_were(number: Double, text: String) {
    #expect(Json.number(number).document == text + "\n")
    if number.isFinite { #expect(Double(text) == number) }
  }

  @Test func a_seed_keeps_all_its_digits() {
    #expect(Json.count(UInt64.max).document == "18446744073709551615\n")
  }

  @Test(
    arguments: [
      "\"\\\n\t\r\u{0}\u{1B}[31m", "\u{202E}\u{2028}\u{FEFF}", "é日本😀", "</script>",
      "\u{E0001}tag",
    ]
  )
  func text_comes_back_as_it_was_and_no_control_is_written(_ text: String) throws {
    let document = Json.text(text).document
    #expect(try JsonValue(document: document) == .text(text))
    #expect(document.dropLast().unicodeScalars.allSatisfy { !$0.isInvisible })
  }
}
