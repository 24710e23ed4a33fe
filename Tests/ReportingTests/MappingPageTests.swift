import Assay
import FoundationEssentials
import Loading
import Reporting
import TestKit
import Testing

/// The examples on the page of mappings, read and reported on as the page says.
@Suite struct MappingPageTests {
  /// One example: the mapping, the file that it reads and what comes of it.
  struct Example: CustomTestStringConvertible, Sendable {
    var mapping: String
    var data: String
    var report: String

    var testDescription: String { String(data.prefix { !$0.isNewline }) }

    var file: String {
      mapping.split(separator: "\n").first.map { String($0.dropFirst("file: ".count)) } ?? ""
    }
  }

  /// Blocks of YAML, CSV and text that follow one another.
  static let examples: [Example] = {
    let page = (try? Project.text(of: "docs/mappings.md")) ?? ""
    let parts = page.split(separator: "```", omittingEmptySubsequences: false).enumerated()
    let blocks = parts.filter { $0.offset % 2 == 1 }.map { block in
      let language = block.element.prefix { !$0.isNewline }
      return (language: language, text: String(block.element.dropFirst(language.count + 1)))
    }
    return blocks.indices.dropLast(2).compactMap { index in
      let three = blocks[index...(index + 2)]
      guard three.map(\.language) == ["yaml", "csv", "text"] else { return nil }
      let texts = three.map(\.text)
      return Example(mapping: texts[0], data: texts[1], report: texts[2])
    }
  }()

  @Test func the_page_has_its_examples() {
    #expect(Self.examples.count == 3)
  }

  @Test(arguments: examples)
  func an_example_comes_to_what_the_page_shows(_ example: Example) throws {
    let report = try reported(example)
    #expect(report.text == example.report)
  }

  @Test func an_export_cannot_steer_the_terminal() throws {
    var example = try #require(Self.examples.first)
    example.data = example.data.replacing("Nord", with: "No\u{1B}[31mrd")
    let report = try reported(example)
    #expect(!report.text.contains("\u{1B}"))
    #expect(!report.json.contains("\u{1B}"))
  }

  @Test func the_machine_output_has_what_the_text_has() throws {
    let example = try #require(Self.examples.dropFirst().first)
    let json = try JsonValue(document: try reported(example).json)
    #expect(json["file"] == .text("daily.csv"))
    let names = json["series"].values.compactMap { $0["series"].text }
    #expect(names == ["voice", "answered", "answer_time", "backlog"])
    #expect(json["series"].values.first?["values"] == .number(1))
    #expect(json["series"].values.first?["mean"] == .number(750))
    #expect(json["rows"]["all"] == .number(5))
    #expect(json["gaps"].values.first?["cause"] == .text("incomplete"))
    #expect(json["first_values"].values.count == 20)
  }

  @Test(arguments: examples)
  func the_machine_output_fits_its_schema(_ example: Example) throws {
    let schema = try JsonSchema(Project.text(of: "docs/schema/history.schema.json"))
    let json = try JsonValue(document: try reported(example).json)
    #expect(schema.faults(of: json) == [])
  }

  private func reported(_ example: Example) throws -> HistoryPreviewReport {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(example.mapping.utf8).write(to: URL(filePath: "\(folder)/map.yaml"))
    try Data(example.data.utf8).write(to: URL(filePath: "\(folder)/\(example.file)"))
    return try historyPreview(mapping: "\(folder)/map.yaml")
  }
}
