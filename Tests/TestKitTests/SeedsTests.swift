import Synchronization
import Testing

@testable import TestKit

@Suite struct SeedsTests {
  @Test func the_generator_gives_the_published_numbers() {
    // The first outputs of the reference program splitmix64.c for the seed 1234567.
    var random = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test func uniforms_lie_in_the_unit_interval_and_have_its_mean() async {
    await forEverySeed(20) { seed in
      var random = SplitMix64(seed: seed)
      let numbers = (0..<10_000).map { _ in random.uniform() }
      #expect(numbers.allSatisfy { 0 <= $0 && $0 < 1 })
      let mean = numbers.reduce(0, +) / 10_000
      expectClose(mean, 0.5, standardError: (1.0 / 12 / 10_000).squareRoot(), seed: seed)
    }
  }

  // What `forEverySeed` adds comes after known issues are matched, so a trait must look at it.
  private static let named = Mutex<[[Comment]]>([])

  @Test(
    .compactMapIssues { issue in
      guard issue.comments.contains(where: { $0.rawValue.hasPrefix("seed") }) else { return issue }
      named.withLock { $0.append(issue.comments) }
      return nil
    }
  )
  func a_failure_names_its_seed_and_the_next_seed_follows() async {
    struct Failure: Error {}
    await forEverySeed(5) { seed in
      #expect(seed != 2)
      if seed == 3 { throw Failure() }
      _ = try #require(seed == 4 ? nil : seed)
    }
    #expect(Self.named.withLock { $0 } == [["seed 2"], ["seed 3"], ["seed 4"]])
  }

  @Test func one_seed_can_be_chosen() {
    #expect(seeds(upTo: 3, chosen: nil) == [1, 2, 3])
    #expect(seeds(upTo: 3, chosen: "17") == [17])
    #expect(seeds(upTo: 2, chosen: "x") == [1, 2])
    #expect(seeds(upTo: 0, chosen: nil).isEmpty)
  }
}
