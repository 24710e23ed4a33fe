import Foundation
import Shards
import Simulation
import TestKit
import Testing

@Suite struct ShardSetTests {
  @Test func shards_are_the_run_in_any_order() async throws {
    let split = try Split()
    defer { split.remove() }
    let files = [
      try await split.write(3_584..<4_000, to: "c"), try await split.write(0..<1024, to: "a"),
      try await split.write(1024..<3_584, to: "b"),
    ]
    let whole = await split.experiment.run(threads: 2)
    #expect(try split.merged(files) == whole)
    #expect(try split.merged(files.reversed()) == whole)
    let set = try ShardSet(files: files, version: Split.version)
    #expect(set.futures == 4_000)
    #expect(set.first == split.shard(0..<1024))
  }

  @Test func the_same_futures_are_written_in_the_same_bytes() async throws {
    let split = try Split()
    defer { split.remove() }
    let one = try await split.write(512..<2_000, to: "one")
    let two = try await split.write(512..<2_000, to: "two")
    let bytes = FileManager.default.contents(atPath: one)
    #expect(bytes != nil && bytes == FileManager.default.contents(atPath: two))
  }

  @Test func gaps_overlaps_and_repeated_files_are_all_told() async throws {
    let split = try Split()
    defer { split.remove() }
    let a = try await split.write(512..<1024, to: "a")
    let b = try await split.write(1024..<2_200, to: "b")
    let c = try await split.write(1536..<2_560, to: "c")
    let d = try await split.write(3_072..<4_000, to: "d")
    #expect(
      try split.faults([d, c, b, a, a]) == [
        "futures 0 to 511 are in no file", "futures 512 to 1023 are in a and in a",
        "futures 1536 to 2199 are in b and in c", "futures 2560 to 3071 are in no file",
      ])
    #expect(try split.faults([]) == ["there is no shard to merge"])
  }

  @Test func shards_of_other_runs_are_all_told() async throws {
    let split = try Split()
    let other = try Split(seed: 8)
    defer {
      split.remove()
      other.remove()
    }
    let a = try await split.write(0..<512, to: "a")
    let b = try await other.write(512..<1024, to: "b")
    let outcome = await split.experiment.run(1024..<1536, threads: 1)
    let c = split.path("c")
    try split.shard(1024..<1536, version: "0.9", digests: ["event.yaml": "x", "more": "y"])
      .write(outcome, to: c)
    let d = split.path("d")
    try split.shard(1024..<1536, digest: "other").write(outcome, to: d)
    let faults = try split.faults([a, b, c]).map { $0.replacing(other.folder + "/", with: "") }
    #expect(
      faults == [
        "b has seed 8, a has 7", "c was made by assay 0.9, this is 1.2.3",
        "c was made from another state of the event than a: event.yaml, more",
      ])
    #expect(
      try split.faults([a, d]).first
        == "d was made from another state of the event than a: its terms")
  }

  @Test func an_event_that_has_changed_since_is_told() async throws {
    let split = try Split(futures: 512)
    defer { split.remove() }
    let set = try ShardSet(
      files: [try await split.write(0..<512, to: "a")], version: Split.version)
    let now = split.shard(0..<512, digests: ["event.yaml": "changed"])
    let error = #expect(throws: ShardError.self) {
      try set.outcome(of: split.experiment, from: now)
    }
    #expect(error?.faults == [.changedInputs(["event.yaml"])])
  }

  @Test func figures_of_another_event_are_refused_whatever_the_file_says() async throws {
    let split = try Split(futures: 1024)
    let other = try Split(futures: 1024, prices: [3, 2, 1])
    defer {
      split.remove()
      other.remove()
    }
    let a = try await split.write(0..<512, to: "a")
    let b = split.path("b")
    try split.shard(512..<1024).write(await other.experiment.run(512..<1024, threads: 1), to: b)
    #expect(try split.faults([a, b]) == ["b holds figures that are not of this event"])
    // The figures of 512 futures where 1024 are said to be.
    let c = split.path("c")
    try split.shard(0..<1024).write(await split.experiment.run(0..<512, threads: 1), to: c)
    #expect(try split.faults([c]) == ["c holds figures that are not of this event"])
  }

  @Test func a_file_that_changes_while_it_is_read_is_told() async throws {
    let split = try Split(futures: 512)
    defer { split.remove() }
    let a = try await split.write(0..<512, to: "a")
    let set = try ShardSet(files: [a], version: Split.version)
    var other = split.shard(0..<512)
    other.event = "/elsewhere"
    try other.write(await split.experiment.run(threads: 1), to: a)
    let error = #expect(throws: ShardError.self) {
      try set.outcome(of: split.experiment, from: other)
    }
    #expect(error?.faults == [.changed(a)])
  }
}
