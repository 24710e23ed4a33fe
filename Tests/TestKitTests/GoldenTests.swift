import FoundationEssentials
import Testing

@testable import TestKit

@Suite struct GoldenTests {
  private static let ranking = "bid   cost\na     100\nb     120\n"

  @Test func a_recorded_text_passes() {
    expectGolden(Self.ranking, named: "ranking.txt")
  }

  @Test func another_text_than_the_recorded_does_not_pass() {
    let golden = Golden(path: Golden.path(of: "ranking.txt", beside: #filePath))
    #expect(golden.complaint(about: Self.ranking) == nil)
    let complaint = golden.complaint(about: Self.ranking.replacing("120", with: "121"))
    #expect(complaint?.contains("- b     120\n+ b     121") == true)
  }

  @Test func a_letter_written_in_two_ways_is_not_the_same_text() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let golden = Golden(path: "\(folder)/letter.txt")
    _ = golden.record("\u{e9}")
    #expect(golden.complaint(about: "\u{e9}") == nil)
    #expect(golden.complaint(about: "e\u{301}") != nil)
  }

  @Test func recording_makes_the_folder_writes_the_text_and_never_passes() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = Golden.path(of: "a/b.txt", beside: "\(folder)/Tests.swift")
    let golden = Golden(path: path)
    #expect(path == "\(folder)/Snapshots/a/b.txt")
    #expect(golden.complaint(about: "x")?.contains("RECORD=1") == true)
    #expect(golden.record("x").hasPrefix("recorded \(path)"))
    #expect(golden.complaint(about: "x") == nil)
  }

  @Test func a_difference_shows_what_went_and_what_came_with_two_lines_around() {
    let old = (1...9).map { "line \($0)" }
    var new = old
    new[4] = "line five "
    new.append("line 10")
    let difference = LineDifference(
      from: old.joined(separator: "\n"),
      to: new.joined(separator: "\n")
    )
    #expect(
      difference.description == """
        …
          line 3
          line 4
        - line 5
        + line five␠
          line 6
          line 7
          line 8
          line 9
        + line 10
        """
    )
  }

  private func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/golden-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }
}
