import Assay
import Foundation
import TestKit
import Testing

@Suite(.enabled(if: Project.command != nil, "there is no command beside the tests"))
struct CommandTests {
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
      ["explain", "x", "--bid", "y", "--future", "20000"], ["rnak", "x"],
    ]
  )
  func a_wrong_call_exits_with_64(_ call: [String]) throws {
    let run = try ran(call)
    #expect(run.exitCode == 64)
    #expect(run.output.isEmpty)
  }

  @Test func the_version_is_told() throws {
    #expect(try ran(["--version"]).output == assayVersion + "\n")
  }

  private func ran(
    _ arguments: [String]
  ) throws -> (exitCode: Int32, output: String, complaints: String) {
    let process = Process()
    let (output, complaints) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: try #require(Project.command))
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try complaints.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: said, as: UTF8.self),
      String(decoding: complained, as: UTF8.self)
    )
  }
}
