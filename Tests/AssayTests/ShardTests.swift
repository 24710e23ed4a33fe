import Assay
import Foundation
import TestKit
import Testing

/// The commands `shard` and `merge`, as they are typed.
@Suite struct ShardTests {
  static let contactCentre = Project.path("scenarios/contact-centre")

  private static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/assay-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  /// Simulates the futures of `event` between `ends`, each part in a file.
  private static func shards(of event: String, at ends: [Int], in folder: String) throws -> [String]
  {
    try zip(ends, ends.dropFirst()).map { first, end in
      let file = "\(folder)/\(first).shard"
      let run = try Command.run(
        ["shard", event, "--futures", "\(first)..<\(end)", "-o", file, "--threads", "2"])
      #expect(run.exitCode == 0, "\(run.complaints)")
      #expect(run.output == "\(file) holds the futures \(first)..<\(end)\n")
      return file
    }
  }

  @Test(arguments: [[], ["--json"], ["--fits"], ["--no-controls"], ["--no-controls", "--json"]])
  func merged_shards_print_what_one_run_prints(_ options: [String]) throws {
    try Self.inFolder { folder in
      let whole = try Command.run(
        ["rank", Self.contactCentre, "--futures", "3000"] + options)
      #expect(whole.exitCode == 0)
      for ends in [[0, 3_000], [0, 1024, 1536, 3_000]] {
        let files = try Self.shards(of: Self.contactCentre, at: ends, in: folder)
        let merged = try Command.run(["merge"] + files.reversed() + options)
        #expect(merged.exitCode == 0, "\(merged.complaints)")
        #expect(merged.output == whole.output)
      }
    }
  }

  @Test func the_event_is_found_where_it_is_said_to_be_and_must_be_the_same() throws {
    try Self.inFolder { folder in
      let event = folder + "/event"
      try FileManager.default.copyItem(atPath: TwoBids.folder, toPath: event)
      let files = try Self.shards(of: event, at: [0, 512, 600], in: folder)
      let merged = try Command.run(["merge"] + files)
      #expect(merged.exitCode == 0)
      try FileManager.default.moveItem(atPath: event, toPath: folder + "/two-bids")
      #expect(try Command.run(["merge"] + files).exitCode == 2)
      let there = try Command.run(["merge", "--event", folder + "/two-bids"] + files)
      #expect(there.output == merged.output.replacing("event\n", with: "two-bids\n"))
      let other = try Command.run(["merge", "--event", Self.contactCentre] + files)
      #expect(other.exitCode == 2)
      #expect(other.complaints.hasPrefix("the event has changed since the shards were made: "))
      #expect(other.output.isEmpty)
    }
  }

  @Test func what_is_missing_is_told_and_exits_with_2() throws {
    try Self.inFolder { folder in
      let files = try Self.shards(of: TwoBids.folder, at: [0, 512, 1024, 1200], in: folder)
      let merged = try Command.run(["merge", files[0], files[2], files[2], "/no/where"])
      #expect(merged.exitCode == 2)
      #expect(
        merged.complaints.replacing(folder + "/", with: "") == """
          /no/where cannot be read
          futures 1024 to 1199 are in 1024.shard and in 1024.shard
          2 faults

          """)
      #expect(
        try Command.run(["merge", files[0], files[2]]).complaints
          == "futures 512 to 1023 are in no file\n1 fault\n")
    }
  }

  @Test(
    arguments: [
      (["--futures", "100..<600"], "0 and 256 are next to 100"),
      (["--futures", "600..<600"], "--futures is A..<B"),
      (["--futures", "-512..<600"], "--futures is A..<B"),
      (["--futures", "0..<4294967297"], "--futures is A..<B"),
      (["--futures", "0...300"], "invalid"), (["--futures", "0..<"], "invalid"),
      ([], "--futures"),
    ]
  )
  func a_shard_of_impossible_futures_exits_with_64(_ options: [String], _ said: String) throws {
    let run = try Command.run(["shard", "x", "-o", "/no/where/x"] + options)
    #expect(run.exitCode == 64)
    #expect(run.complaints.contains(said))
  }

  @Test(arguments: ["/no/where/x", "/dev/null", "/dev"])
  func a_shard_that_cannot_be_written_exits_with_74(_ file: String) throws {
    let run = try Command.run(["shard", TwoBids.folder, "--futures", "0..<512", "-o", file])
    #expect(run.exitCode == 74)
    #expect(run.complaints.hasPrefix("\(file) cannot be written: "))
  }
}
