import Foundation
import TestKit
import Testing

/// The commands `assay template` and `assay import`, as they are typed.
@Suite struct WorkbookCommandTests {
  private func inScratch(_ body: (_ folder: String, _ event: String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let event = "\(folder)/two-bids"
    try FileManager.default.copyItem(atPath: Project.path("Tests/Fixtures/two-bids"), toPath: event)
    try body(folder, event)
  }

  private func text(_ path: String) throws -> String {
    try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test func a_bid_goes_out_as_a_workbook_and_comes_back_to_the_same_figures() throws {
    try inScratch { folder, event in
      let file = "\(folder)/fast.xlsx"
      let out = try Command.run(["template", event, "--bid", "fast", "--output", file])
      #expect(out.exitCode == 0)
      #expect(out.output == "Written: \(file)\n")
      let rank = ["rank", event, "--base-case", "--json"]
      let before = try Command.run(rank)
      let back = try Command.run(["import", file, "--event", event, "--bid", "fast", "--replace"])
      #expect(back.output == "Replaced: bids/fast/1 (rows: prices.csv 3, answers.csv 3)\n")
      #expect(back.exitCode == 0)
      for table in ["prices.csv", "answers.csv"] {
        let old = try text(Project.path("Tests/Fixtures/two-bids/bids/fast/1/\(table)"))
        #expect(try text("\(event)/bids/fast/1/\(table)") == old)
      }
      func figures(_ run: Command.Run) throws -> JsonValue {
        try JsonValue(document: run.output)["options"]
      }
      #expect(try figures(Command.run(rank)) == figures(before))
    }
  }

  @Test func a_workbook_that_was_not_filled_in_is_refused_with_its_cells() throws {
    try inScratch { folder, event in
      let file = "\(folder)/bid.xlsx"
      _ = try Command.run(["template", event, "-o", file])
      let run = try Command.run(["import", file, "--event", event, "--bid", "new"])
      #expect(run.exitCode == 2)
      #expect(run.output.isEmpty)
      #expect(run.complaints == "\(file): bid!B4: name: missing\n1 fault\n")
    }
  }

  @Test func a_bid_that_the_event_knows_nothing_of_is_written_and_answers_1() throws {
    try inScratch { folder, event in
      let file = "\(folder)/bid.xlsx"
      _ = try Command.run(["template", event, "--bid", "fast", "-o", file])
      let run = try Command.run(["import", file, "--event", event, "--bid", "new"])
      #expect(run.exitCode == 1)
      #expect(
        run.output == """
          Written: bids/new/1 (rows: prices.csv 3, answers.csv 3)
          The event cannot be ranked with this bid yet: 1 fault.

          """)
      #expect(run.complaints.contains("nothing is known of this metric of new"))
    }
  }

  @Test func a_name_that_is_no_workbook_and_a_round_without_a_bid_are_refused() throws {
    let name = try Command.run(["template", "event", "-o", "bid.ods"])
    #expect(name.exitCode == 64)
    #expect(name.complaints.contains("ends in .xlsx"))
    let round = try Command.run(["template", "event", "-o", "bid.xlsx", "--round", "1"])
    #expect(round.exitCode == 64)
  }
}
