import FoundationEssentials
import Testing

/// A small random generator for tests, with 64 bits of state (Steele, Lea and Flood 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the stream of numbers that belongs to `seed`.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The next number in [0, 1), a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}

/// Runs `body` with the seeds 1 to `count`; whatever fails in it says with which seed.
///
/// An error that `body` throws ends that seed, is recorded, and the next seed follows.
/// `SEED=17` in the environment runs that one seed alone, to look at a failure.
public func forEverySeed(
  _ count: UInt64,
  _ body: @escaping @Sendable (UInt64) async throws -> Void
) async {
  for seed in seeds(upTo: count, chosen: ProcessInfo.processInfo.environment["SEED"]) {
    await naming(seed) {
      do {
        try await body(seed)
      } catch is ExpectationFailedError {
        // `#require` has recorded its failure before it threw.
      } catch {
        Issue.record(error)
      }
    }
  }
}

/// The seeds to try: 1 to `count`, or the chosen one alone.
func seeds(upTo count: UInt64, chosen: String?) -> [UInt64] {
  if let seed = chosen.flatMap({ UInt64($0) }) { return [seed] }
  return count == 0 ? [] : Array(1...count)
}

private func naming(_ seed: UInt64, _ body: @escaping @Sendable () async -> Void) async {
  guard let test = Test.current else { return await body() }
  let trait: IssueHandlingTrait = .compactMapIssues { issue in
    var named = issue
    named.comments.append("seed \(seed)")
    return named
  }
  do {
    try await trait.provideScope(for: test, testCase: Test.Case.current, performing: body)
  } catch {
    Issue.record(error)
  }
}
