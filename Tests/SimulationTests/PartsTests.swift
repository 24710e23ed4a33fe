import Contracts
import Simulation
import TestKit
import Testing

/// Parts of a run, put together, are the run.
@Suite struct PartsTests {
  static let futures = 5_800

  private static func experiment(seed: UInt64 = 20_270_401) throws -> Experiment {
    RichMarket.experiment(try RichMarket.options(), futures: futures, seed: seed)
  }

  private static func parts(at ends: [Int]) async throws -> [Outcome] {
    let experiment = try experiment()
    var parts: [Outcome] = []
    for (first, end) in zip([0] + ends, ends + [futures]) {
      parts.append(await experiment.run(first..<end, threads: 2))
    }
    return parts
  }

  @Test(arguments: [[], [2_048], [512, 1024, 1536, 3_072, 4_608, 5_632]])
  func parts_merge_to_one_run_in_any_order(_ ends: [Int]) async throws {
    let whole = try await Self.experiment().run(threads: 2)
    let parts = try await Self.parts(at: ends)
    #expect(try Outcome.merged(parts) == whole)
    #expect(try Outcome.merged(parts.reversed()) == whole)
    await forEverySeed(5) { seed in
      var dice = SplitMix64(seed: seed)
      #expect((try? Outcome.merged(parts.shuffled(using: &dice))) == whole)
    }
  }

  @Test func a_part_may_be_taken_in_on_either_side() async throws {
    let whole = try await Self.experiment().run(threads: 1)
    let parts = try await Self.parts(at: [1024, 2_048])
    var backwards = parts[2]
    try backwards.merge(parts[1])
    #expect(backwards.range == 1024..<Self.futures)
    try backwards.merge(parts[0])
    #expect(backwards == whole)
    var outwards = parts[1]
    try outwards.merge(parts[2])
    try outwards.merge(parts[0])
    #expect(outwards == whole)
  }

  @Test func a_part_knows_its_futures_and_those_of_the_sample_among_them() async throws {
    let part = try await Self.experiment().run(1024..<2_200, threads: 3)
    let whole = try await Self.experiment().run(threads: 1)
    #expect(part.range == 1024..<2_200)
    #expect(part.futures == 1176)
    for option in part.options.indices {
      #expect(part.sample.before[option] == Array(whole.sample.before[option][1024..<2_200]))
      #expect(part.sample.after[option] == Array(whole.sample.after[option][1024..<2_200]))
      #expect(part.options[option].before.count == 1176)
    }
  }

  @Test func the_sample_ends_where_it_is_full() async throws {
    let market = Market(horizon: 1, demand: [.lognormal(horizon: 1)])
    let option = try market.option(clauses: [
      "price": .unitPrice(.init(serviceLine: "voice", price: 3))
    ])
    let experiment = market.experiment([option], futures: Sample.capacity + 2_000, seed: 9)
    let whole = await experiment.run(threads: 2)
    let middle = Sample.capacity - 512
    let parts = [
      await experiment.run(0..<middle, threads: 1),
      await experiment.run(middle..<(middle + 1024), threads: 1),
      await experiment.run((middle + 1024)..<experiment.futures, threads: 1),
    ]
    #expect(parts.map(\.sample.futures) == [middle, 512, 0])
    #expect(try Outcome.merged(parts) == whole)
  }

  @Test func what_does_not_fit_is_said_and_changes_nothing() async throws {
    let parts = try await Self.parts(at: [512, 1024, 2_048])
    #expect(throws: MergeError.gap(512..<1024)) { try Outcome.merged([parts[2], parts[0]]) }
    #expect(throws: MergeError.overlap(512..<1024)) { try Outcome.merged([parts[1], parts[1]]) }
    let wide = try await Self.experiment().run(512..<2_000, threads: 1)
    #expect(throws: MergeError.overlap(1024..<2_000)) { try Outcome.merged([wide, parts[2]]) }
    var first = parts[0]
    #expect(throws: MergeError.gap(512..<1024)) { try first.merge(parts[2]) }
    #expect(first == parts[0])
    #expect(try Outcome.merged([]) == nil)
  }

  @Test func another_experiment_is_refused() async throws {
    let parts = try await Self.parts(at: [512])
    let seed = try await Self.experiment(seed: 3).run(512..<1024, threads: 1)
    let fewer = await RichMarket.experiment(
      Array(try RichMarket.options()[..<2]), baseline: nil, futures: 1024
    ).run(512..<1024, threads: 1)
    let order = await RichMarket.experiment(
      try RichMarket.options().reversed(), baseline: 0, futures: 1024
    ).run(512..<1024, threads: 1)
    for other in [seed, fewer, order] {
      #expect(throws: MergeError.otherExperiment) { try Outcome.merged([parts[0], other]) }
    }
  }
}
