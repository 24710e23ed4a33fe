import Crypto
import Foundation
import Shards
import Simulation
import TestKit
import Testing

/// Files that are not as they were written, or were never shards.
@Suite struct DamageTests {
  /// The bytes of a shard, and what is said of other bytes in its place.
  private struct Specimen {
    let split: Split
    let bytes: Data

    init() async throws {
      split = try Split(futures: 600)
      let file = try await split.write(0..<600, to: "a")
      bytes = try #require(FileManager.default.contents(atPath: file))
    }

    func faults(_ data: Data) throws -> [String] {
      try data.write(to: URL(filePath: split.path("a")))
      return try split.faults([split.path("a")])
    }

    /// The file with other text behind its digest, which is made to fit.
    func forged(_ change: (String) -> String) -> Data {
      let parts = bytes.split(separator: 10, maxSplits: 4, omittingEmptySubsequences: false)
      let lines = parts.map { String(decoding: $0, as: UTF8.self) }
      let rest = Data(change("\(lines[2])\n\(lines[3])\n").utf8) + parts[4]
      let digest = SHA256.hash(data: rest).map { byte in
        String(repeating: "0", count: byte < 16 ? 1 : 0) + String(byte, radix: 16)
      }
      return Data("\(lines[0])\n\(digest.joined())\n".utf8) + rest
    }
  }

  @Test func a_whole_file_has_no_fault() async throws {
    let specimen = try await Specimen()
    defer { specimen.split.remove() }
    #expect(try specimen.faults(specimen.bytes).isEmpty)
    #expect(try specimen.faults(specimen.forged { $0 }).isEmpty)
  }

  @Test func a_truncated_file_is_told_at_any_length() async throws {
    let specimen = try await Specimen()
    defer { specimen.split.remove() }
    let count = specimen.bytes.count
    var lengths = Array(0..<200)
    lengths += Array(stride(from: 200, to: count, by: count / 100))
    lengths += Array((count - 20)..<count)
    for length in lengths {
      let faults = try specimen.faults(specimen.bytes.prefix(length))
      let isWithoutDigest = length < "assay shard 1\n".count + 65
      #expect(
        faults == [
          isWithoutDigest ? "a is no shard" : "a is damaged: it is not as assay wrote it"
        ], "\(length) bytes")
    }
  }

  @Test func a_bit_that_flipped_is_told() async throws {
    let specimen = try await Specimen()
    defer { specimen.split.remove() }
    await forEverySeed(200) { seed in
      var dice = SplitMix64(seed: seed)
      var bytes = specimen.bytes
      let place = Int.random(in: 0..<(seed.isMultiple(of: 2) ? 200 : bytes.count), using: &dice)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      let faults = try? specimen.faults(bytes)
      #expect(faults?.first?.hasPrefix("a is ") ?? false, "bit in byte \(place)")
    }
  }

  // Whoever forges the digest too can make wrong numbers, but no trap and no great use of memory.
  @Test func a_forged_file_is_refused_or_read_but_never_a_trap() async throws {
    let specimen = try await Specimen()
    defer { specimen.split.remove() }
    await forEverySeed(100) { seed in
      var dice = SplitMix64(seed: seed)
      let forged = specimen.forged { text in
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
          let place = Int.random(in: bytes.indices, using: &dice)
          switch Int.random(in: 0..<3, using: &dice) {
          case 0: bytes[place] = UInt8.random(in: 0x20..<0x7F, using: &dice)
          case 1: bytes.remove(at: place)
          default: bytes.insert(UInt8(ascii: "9"), at: place)
          }
        }
        return String(decoding: bytes, as: UTF8.self)
      }
      let faults = try? specimen.faults(forged)
      #expect(faults?.allSatisfy { !$0.isEmpty } ?? false)
    }
  }

  @Test(
    arguments: [
      ("\"futures\":[0,600]", "\"futures\":[1,600]"), ("\"futures\":[0,600]", "\"futures\":[0,0]"),
      ("\"futures\":[0,600]", "\"futures\":[600,0]"),
      ("\"futures\":[0,600]", "\"futures\":[-512,600]"),
      ("\"futures\":[0,600]", "\"futures\":[0,9000000000]"), ("\"seed\":7", "\"seed\":-7"),
      ("\"seed\":7", "\"seed\":[[[[]]]]"), ("\"cheapest\":", "\"chapest\":"),
      ("\"count\":600", "\"count\":\"many\""), ("\n", " "),
      ("\"mantissaBits\":12", "\"mantissaBits\":63"),
    ]
  )
  func a_forged_value_that_cannot_be_is_told(_ text: String, _ other: String) async throws {
    let specimen = try await Specimen()
    defer { specimen.split.remove() }
    let forged = specimen.forged { $0.replacing(text, with: other) }
    #expect(forged != specimen.bytes)
    let faults = try specimen.faults(forged)
    #expect(faults == ["a is damaged: it is not as assay wrote it"])
  }

  @Test(
    arguments: [
      ("\"count\":600", "\"count\":603"), ("\"range\":[0,600]", "\"range\":[0,599]"),
      ("\"range\":[0,600]", "\"range\":[0,9000000000]"), ("\"seed\":7", "\"seed\":8"),
      ("\"basis\":\"before_credits\"", "\"basis\":\"after_credits\""),
      ("\"wins\":", "\"wins\":1999"),
      ("\"cheapest\":", "\"cheapest\":9"),
    ]
  )
  func forged_figures_that_are_not_of_the_event_are_told(
    _ text: String, _ other: String
  ) async throws {
    let specimen = try await Specimen()
    defer { specimen.split.remove() }
    let forged = specimen.forged { rest in
      let end = rest.firstIndex(of: "\n") ?? rest.endIndex
      return String(rest[..<end]) + String(rest[end...]).replacing(text, with: other)
    }
    #expect(forged != specimen.bytes)
    #expect(try specimen.faults(forged) == ["a holds figures that are not of this event"])
  }

  @Test func what_never_was_a_shard_is_told() async throws {
    let specimen = try await Specimen()
    defer { specimen.split.remove() }
    for text in [
      "", "\n", "assay shard", "{}", "event.yaml\n", String(repeating: "a", count: 1999),
    ] {
      #expect(try specimen.faults(Data(text.utf8)) == ["a is no shard"])
    }
    #expect(
      try specimen.faults(Data("assay shard 2\nabc\n".utf8))
        == ["a is a shard of another version of assay"])
    #expect(try specimen.split.faults(["/dev/null"]) == ["/dev/null is no shard"])
    #expect(try specimen.split.faults(["/dev"]) == ["/dev is no shard"])
    #expect(try specimen.split.faults(["/no/where"]) == ["/no/where cannot be read"])
  }

  @Test func all_files_that_are_none_are_told_and_no_gap_besides() async throws {
    let specimen = try await Specimen()
    defer { specimen.split.remove() }
    let faults = try specimen.split.faults(["/dev/null", specimen.split.path("a"), "/no/where"])
    #expect(faults == ["/dev/null is no shard", "/no/where cannot be read"])
  }

  @Test func a_shard_replaces_a_file_and_nothing_else() async throws {
    let split = try Split(futures: 512)
    defer { split.remove() }
    let outcome = await split.experiment.run(threads: 1)
    let shard = split.shard(0..<512)
    for path in ["/dev/null", "/no/where/a", split.folder] {
      #expect(!Shard.isWritable(to: path))
      #expect(throws: ShardFault.notWritable(path)) { try shard.write(outcome, to: path) }
    }
    try Data("old".utf8).write(to: URL(filePath: split.path("a")))
    try shard.write(outcome, to: split.path("a"))
    #expect(try split.faults([split.path("a")]).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: split.folder) == ["a"])
  }
}
