import Assay
import Foundation
import TestKit
import Testing

@Suite struct CommandTests {
  @Test func rank_prints_the_report_and_nothing_else() async throws {
    let run = try ran(["rank", TwoBids.folder, "--futures", "2000"])
    #expect(run.exitCode == 0)
    #expect(try await run.output == TwoBids.report().text())
    #expect(run.complaints.isEmpty)
  }

  @Test(arguments: [["--json"], ["--json", "--threads", "1"], ["--json", "--threads", "5"]])
  func rank_gives_the_same_bytes_for_any_threads(_ options: [String]) async throws {
    let run = try ran(["rank", TwoBids.folder, "--futures", "2000"] + options)
    #expect(try await run.output == TwoBids.report().json)
  }

  @Test func rank_settles_the_base_case_alone() throws {
    let run = try ran(["rank", TwoBids.folder, "--base-case"])
    #expect(try run.output == TwoBids.evaluation().baseCase.text)
  }

  @Test func explain_prints_the_ledger_of_one_future() async throws {
    let call = ["explain", TwoBids.folder, "--bid", "fast", "--future", "5", "--futures", "2000"]
    let report = try await TwoBids.evaluation().explanation(of: "fast", future: 5)
    #expect(try ran(call).output == report.text)
    #expect(try ran(call + ["--json"]).output == report.json)
  }

  @Test func faults_of_the_input_are_all_told_and_exit_with_2() throws {
    let run = try ran(["rank", Project.path("Tests/Fixtures/faulty")])
    #expect(run.exitCode == 2)
    #expect(run.output.isEmpty)
    expectGolden(run.complaints, named: "faults.txt")
  }

  @Test(arguments: [["--bid", "thirfty"], ["--bid", "fast", "--month", "25"]])
  func an_explanation_of_nothing_exits_with_2(_ options: [String]) throws {
    let run = try ran(["explain", TwoBids.folder] + options)
    #expect(run.exitCode == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaints.hasPrefix("there is no "))
  }

  @Test(
    arguments: [
      ["rank"], ["rank", "x", "--futures", "0"], ["rank", "x", "--threads", "0"],
      ["rank", "x", "--colour"], ["explain", "x"], ["rank", "x", "--seed", "-1"],
      ["rank", "x", "--futures", "-5"], ["rank", "x", "--threads", "-1"],
      ["explain", "x", "--bid", "y", "--future", "20000"],
      ["explain", "x", "--bid", "y", "--future", "-1"],
      ["explain", "x", "--bid", "y", "--month", "-1"],
      ["explain", "x", "--bid", "y", "--month", "2027-13"], ["rnak", "x"],
      ["rank", "x", "--input-futures", "4096"], ["rank", "x", "--base-case", "--inputs"],
      ["rank", "x", "--inputs", "--input-futures", "511"],
      ["rank", "x", "--base-case", "--fits"], ["rank", "x", "--base-case", "--threads", "2"],
    ]
  )
  func a_wrong_call_exits_with_64(_ call: [String]) throws {
    let run = try ran(call)
    #expect(run.exitCode == 64)
    #expect(run.output.isEmpty)
    #expect(!run.complaints.contains("Missing value"))
  }

  @Test func what_was_typed_cannot_steer_the_terminal() throws {
    let run = try ran(["rank", TwoBids.folder, "--futures", "\u{1B}[2J"])
    #expect(run.exitCode == 64)
    #expect(run.complaints.contains("[2J") && !run.complaints.contains("\u{1B}"))
  }

  @Test(arguments: [["rank", "--base-case"], ["explain", "--bid", "fast", "--future", "0"]])
  func an_answer_that_cannot_be_written_exits_with_74(_ call: [String]) throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let run = try ran(call + [TwoBids.folder], writingTo: full)
    #expect(run.exitCode == 74)
    #expect(run.complaints.hasPrefix("the answer cannot be written: "))
  }

  @Test func data_that_nothing_is_read_from_is_told() throws {
    let run = try ran(["rank", TwoBids.folder, "--base-case", "--data", "/no\u{1B}[31mwhere"])
    #expect(run.exitCode == 0)
    #expect(run.complaints.contains("nothing in this event is fitted from history"))
    #expect(!run.complaints.contains("\u{1B}"))
  }

  @Test func a_month_is_found_by_the_calendar_too() throws {
    let call = ["explain", TwoBids.folder, "--bid", "fast", "--future", "5", "--month"]
    let run = try ran(call + ["2028-01"])
    #expect(run.exitCode == 0)
    #expect(try run.output == ran(call + ["13"]).output)
    #expect(try ran(call + ["2026-12"]).complaints.hasPrefix("there is no month 0: "))
  }

  @Test func what_a_bidder_wrote_reaches_no_terminal_in_a_fault() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: TwoBids.folder, toPath: folder)
    let prices =
      "item,kind,service_line,from,to,price,currency\n"
      + "a,unit_price,tick\u{1B}[2Jets,,,1\u{9B}2J\u{7},EUR\n"
    try Data(prices.utf8).write(to: URL(filePath: folder + "/bids/fast/1/prices.csv"))
    let run = try ran(["rank", folder])
    #expect(run.exitCode == 2)
    #expect(run.complaints.contains("1\u{FFFD}2J"))
    #expect(run.complaints.unicodeScalars.allSatisfy { $0 == "\n" || $0.isVisible })
  }

  @Test func the_version_is_told() throws {
    #expect(try ran(["--version"]).output == assayVersion + "\n")
  }

  private func ran(
    _ arguments: [String], writingTo file: FileHandle? = nil
  ) throws -> Command.Run {
    try Command.run(arguments, writingTo: file)
  }
}

extension Unicode.Scalar {
  fileprivate var isVisible: Bool {
    properties.generalCategory != .control && properties.generalCategory != .format
  }
}
