import Assay
import Foundation
import TestKit
import Testing

/// Ctrl-C, pressed on the running command.
@Suite struct InterruptedTests {
  private static let most = 4_294_967_296

  /// Runs `call`, which would take hours, and interrupts it once it has simulated something.
  ///
  /// Nothing tells when the first block is done, so a run that was interrupted before is repeated
  /// with more patience.
  private static func interrupted(_ call: [String]) throws -> Command.Run {
    var run = Command.Run(exitCode: 0, output: "", complaints: "")
    for patience in [0.05, 0.2, 1, 5, 20] where run.output.isEmpty {
      run = try Command.run(call) { process in
        while process.isRunning && !watches(process) { usleep(2_000) }
        usleep(UInt32(patience * 1e6))
        process.interrupt()
      }
      #expect(run.exitCode == 130)
    }
    return run
  }

  /// Whether the process has a handler of its own for SIGINT, signal 2.
  private static func watches(_ process: Process) -> Bool {
    let status = try? String(
      contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let caught = status?.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }?.dropFirst(7)
    let mask = caught.flatMap { UInt64($0.filter { !$0.isWhitespace }, radix: 16) } ?? 0
    return mask & 2 != 0
  }

  @Test func an_interrupted_ranking_is_that_of_as_many_futures_but_for_a_note() throws {
    let call = ["rank", TwoBids.folder, "--json", "--futures"]
    let run = try Self.interrupted(call + ["\(Self.most)"])
    #expect(run.complaints.isEmpty)
    #expect(try schemaFaults(run.output, "rank") == [])
    let json = try JsonValue(document: run.output)
    let futures = Int(try #require(json["provenance"]["futures"].number))
    #expect(futures.isMultiple(of: Experiment.blockSize))
    #expect(json["interruption"]["after"].number == Double(futures))
    #expect(json["interruption"]["of"].number == Double(Self.most))
    let note = """
      "interruption": {
          "after": \(futures),
          "of": \(Self.most)
        }
      """
    let whole = try Command.run(call + ["\(futures)"])
    #expect(whole.exitCode == 0)
    #expect(run.output.replacing(note, with: "\"interruption\": null") == whole.output)
  }

  @Test func an_interrupted_ranking_tells_people_how_to_get_the_same() throws {
    let run = try Self.interrupted(["rank", TwoBids.folder, "--futures", "\(Self.most)"])
    let note = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("Interrupted") })
    let futures = try #require(note.firstMatch(of: /--futures ([0-9]+) gives the same\./)?.1)
    let whole = try Command.run(["rank", TwoBids.folder, "--futures", String(futures)])
    #expect(run.output.replacing(note + "\n", with: "") == whole.output)
    #expect(!whole.output.contains("Interrupted"))
  }

  @Test func an_interrupted_run_until_something_is_settled_says_that_it_is_not() throws {
    let call = ["rank", TwoBids.folder, "--json"]
    let run = try Self.interrupted(
      call + ["--until", "0.00001%", "--max-futures", "\(Self.most)"])
    #expect(try schemaFaults(run.output, "rank") == [])
    let json = try JsonValue(document: run.output)
    let futures = try #require(json["provenance"]["futures"].number)
    #expect(json["interruption"]["after"].number == futures)
    #expect(json["interruption"]["of"].number == Double(Self.most))
    #expect(json["stopping"]["end"].text == "interrupted")
    #expect(json["stopping"]["most_futures"].number == Double(Self.most))
    let whole = try JsonValue(
      document: Command.run(call + ["--futures", "\(Int(futures))"]).output)
    let notes = ["interruption", "stopping"]
    #expect(
      json.members.filter { !notes.contains($0.key) }
        == whole.members.filter { !notes.contains($0.key) })
  }

  @Test func an_interrupted_shard_holds_what_was_done() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/a"
    let run = try Self.interrupted(
      ["shard", TwoBids.folder, "--futures", "0..<\(Self.most)", "-o", file])
    let set = try ShardSet(files: [file], version: assayVersion)
    #expect(
      run.output == """
        \(file) holds the futures 0..<\(set.futures), \(set.futures)..<\(Self.most) are missing

        """)
    let merged = try Command.run(["merge", file, "--json"])
    let whole = try Command.run(["rank", TwoBids.folder, "--json", "--futures", "\(set.futures)"])
    #expect(merged.output == whole.output)
  }
}
