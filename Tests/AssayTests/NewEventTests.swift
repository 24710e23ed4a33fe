import Assay
import Foundation
import TestKit
import Testing

@Suite struct NewEventTests {
  private func scratch<Value>(_ body: (_ folder: String) async throws -> Value) async throws
    -> Value
  {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
  }

  @Test(arguments: NewEvent.allCases)
  func a_new_event_has_nothing_to_know_and_ranks(_ event: NewEvent) async throws {
    try await scratch { folder in
      try event.write(to: folder)
      let report = try checkReport(of: folder)
      #expect(!report.fails(strictly: true), "\(report.text)")
      let comparison = try await Evaluation(loadEvent(at: folder), futures: 512).run()
      #expect(comparison.ranking.rows.count == 2)
      #expect(comparison.ranking.rows.allSatisfy { $0.overall.value > 0 })
      #expect((comparison.baseline == nil) == (event == .small))
    }
  }

  @Test func the_full_one_shows_every_part_and_a_departure() async throws {
    try await scratch { folder in
      try NewEvent.full.write(to: folder)
      let dossier = try loadEvent(at: folder)
      #expect(dossier.bids.map(\.id) == ["north", "south"])
      #expect(dossier.bids.allSatisfy { $0.answers.count == dossier.event.requirements.count })
      #expect(dossier.event.metrics.allSatisfy { $0.partsNotAgreed.isEmpty })
      #expect(try checkReport(of: folder).text.contains("In south:"))
    }
  }

  // Whoever reads the file in an editor finds its keys in the schema.
  @Test(arguments: NewEvent.allCases)
  func every_line_fits_a_page(_ event: NewEvent) {
    for (file, text) in event.files where !file.hasSuffix(".csv") {
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 104 }, "\(file)")
      #expect(text.hasSuffix("\n"))
    }
  }

  @Test func a_folder_that_holds_something_is_left_as_it_is() async throws {
    try await scratch { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try NewEvent.small.write(to: folder)
      #expect(throws: NewEventError.notEmpty(folder)) { try NewEvent.full.write(to: folder) }
      let file = folder + "/event.yaml"
      #expect(throws: NewEventError.notAFolder(file)) { try NewEvent.full.write(to: file) }
      let kept = try String(contentsOfFile: file, encoding: .utf8)
      #expect(kept == NewEvent.small.files["event.yaml"])
    }
  }

  @Test func a_place_that_cannot_be_written_is_told() throws {
    #expect(throws: NewEventError.self) { try NewEvent.full.write(to: "/proc/assay") }
  }

  @Test func the_command_lists_what_it_wrote_and_refuses_a_second_time() async throws {
    try await scratch { folder in
      let first = try Command.run(["new", folder, "--small"])
      #expect(first.exitCode == 0)
      for file in NewEvent.small.files.keys {
        #expect(first.output.contains("\(folder)/\(file)\n"))
      }
      let second = try Command.run(["new", folder])
      #expect(second.exitCode == 2)
      #expect(second.output.isEmpty)
      #expect(second.complaints.contains("is not empty"))
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func a_shell_completes_commands_and_folders(_ shell: String) throws {
    let run = try Command.run(["--generate-completion-script", shell])
    #expect(run.exitCode == 0)
    for word in ["check", "new", "rank", "settle"] { #expect(run.output.contains(word)) }
    let folders = ["bash": "-d", "zsh": "_files -/", "fish": "__fish_complete_directories"]
    #expect(run.output.contains(try #require(folders[shell])))
  }
}
