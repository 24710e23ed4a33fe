import Foundation
import TestKit
import Testing

@testable import Simulation

/// Outcomes are written and read back.
@Suite struct OutcomeCodingTests {
  private static func experiment() throws -> Experiment {
    RichMarket.experiment(try RichMarket.options(), futures: 2_600)
  }

  private static func read(_ outcome: Outcome) throws -> Outcome {
    var read = try JSONDecoder().decode(Outcome.self, from: JSONEncoder().encode(outcome))
    var bytes = Data()
    outcome.sample.append(to: &bytes)
    read.sample = try #require(Sample(bytes, of: read))
    #expect(Sample(bytes + Data([0]), of: read) == nil && Sample(bytes.dropLast(), of: read) == nil)
    return read
  }

  private static func read<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test(arguments: [0..<2_600, 1024..<2_048, 2_048..<2_600])
  func an_outcome_reads_back_equal(_ range: Range<Int>) async throws {
    let experiment = try Self.experiment()
    let outcome = await experiment.run(range, threads: 2)
    let read = try Self.read(outcome)
    #expect(read == outcome)
    #expect(experiment.mayLeave(read))
  }

  @Test func a_part_that_was_written_merges_to_the_same_bits() async throws {
    let experiment = try Self.experiment()
    let parts = [
      try Self.read(await experiment.run(0..<1536, threads: 1)),
      try Self.read(await experiment.run(1536..<2_600, threads: 1)),
    ]
    #expect(try await Outcome.merged(parts) == experiment.run(threads: 2))
  }

  @Test(arguments: ["1e9", "-3.5", "0", "1e33", "-1e33", "nan"])
  func a_sum_reads_back_equal(_ term: String) throws {
    var sum = ExactSum()
    sum += try #require(Double(term))
    #expect(try Self.read([sum]) == [sum])
    #expect(ExactSum(words: sum.words) == sum)
  }

  @Test(
    arguments: [
      -170_141_183_460_469_231_731_687_303_715_884_105_728, -18_446_744_073_709_551_616, -1, 0,
      18_446_744_073_709_551_615, 170_141_183_460_469_231_731_687_303_715_884_105_727,
    ] as [Int128])
  func a_sum_reads_back_equal_at_the_ends_of_its_words(_ units: Int128) throws {
    let sum = ExactSum(units: units)
    #expect(try Self.read([sum]) == [sum])
    #expect(ExactSum(words: sum.words) == sum)
    #expect(sum != ExactSum(units: nil))
  }

  @Test func a_histogram_reads_back_equal() throws {
    for bits in [8, 12] {
      var histogram = Histogram(mantissaBits: bits)
      for value in [0, -0.0, 1e-300, -1e-300, 3, 3, -5e12, 1e40, .infinity] { histogram.add(value) }
      #expect(try Self.read(histogram) == histogram)
    }
  }

  @Test func an_outcome_of_another_experiment_may_not_be_left() async throws {
    let options = try RichMarket.options()
    let outcome = await RichMarket.experiment(options, futures: 1024).run(threads: 1)
    for other in [
      RichMarket.experiment(options, futures: 1024, seed: 1),
      RichMarket.experiment(Array(options[1...]), baseline: nil, futures: 1024),
      RichMarket.experiment(options.reversed(), baseline: nil, futures: 1024),
      RichMarket.experiment(options, futures: 1023),
    ] { #expect(!other.mayLeave(outcome)) }
  }

  @Test func an_outcome_whose_counts_disagree_may_not_be_left() async throws {
    let experiment = try Self.experiment()
    let outcome = await experiment.run(512..<1536, threads: 1)
    var changed = outcome
    changed.range = 512..<1539
    #expect(!experiment.mayLeave(changed))
    changed = outcome
    changed.range = 515..<1539
    #expect(!experiment.mayLeave(changed))
    changed = outcome
    changed.sample.after[1].removeLast()
    #expect(!experiment.mayLeave(changed))
    changed = outcome
    changed.options[1].countCheapest(2_000)
    #expect(!experiment.mayLeave(changed))
    changed = outcome
    changed.options[0].merge(outcome.options[0])
    #expect(!experiment.mayLeave(changed))
    changed = outcome
    changed.pairs[2].merge(outcome.pairs[2])
    #expect(!experiment.mayLeave(changed))
    #expect(experiment.mayLeave(outcome))
  }

  // Each would be a trap or a great deal of memory if it were taken.
  @Test(
    arguments: [
      [[0, 0]], [[0, -1]], [[5, 1], [5, 1]], [[5, 1], [4, 1]], [[1 << 23, 1]], [[-1 << 23 - 1, 1]],
      [[.max, 1]], [[.min, 1]], [[1, .max], [2, 1]], (0..<2_000).map { [$0 << 12, 1] },
    ] as [[[Int]]])
  func bins_that_cannot_be_are_refused(_ cells: [[Int]]) throws {
    var words: [UInt64] = []
    for cell in cells { words += cell.map { UInt64(bitPattern: Int64($0)) } + [0] }
    let column = Packed.data(words).base64EncodedString()
    let json = "{\"mantissaBits\":12,\"cells\":\"\(column)\"}"
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Histogram.self, from: Data(json.utf8))
    }
  }

  @Test(arguments: [
    "{\"mantissaBits\":12,\"cells\":\"AAAA\"}", "{\"mantissaBits\":60,\"cells\":\"\"}",
    "{\"mantissaBits\":-1,\"cells\":\"\"}", "{\"mantissaBits\":12,\"cells\":\"AAAAAAAAAAA=\"}",
    "{\"mantissaBits\":12,\"cells\":7}",
  ])
  func what_is_no_histogram_is_refused(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Histogram.self, from: Data(json.utf8))
    }
  }
}
