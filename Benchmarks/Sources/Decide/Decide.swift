import Assay
import Timing

/// Times the methods of decision: `Decide` prints a table in Markdown, of what `make speed` shows.
///
/// Scores are made up by arithmetic, so that there is nothing to draw.
@main struct Decide {
  private static let draws = 100_000
  private static let (bids, criteria, futures) = (5, 8, 20_000)

  static func main() {
    print("| what | time |\n| --- | --: |")
    let outcomes = ScoredOutcomes(
      alternatives: bids, criteria: criteria, scores: scores, isSample: true)
    let weights = (1...criteria).map { Double($0) }
    for (name, space) in [
      ("any weights", WeightSpace.free), ("weights in order", .ordinal),
      ("ratios within 2", .ratio(2)),
    ] {
      let taken = median {
        let found = Acceptability(
          of: outcomes, weights: weights, in: space, draws: draws, seed: 1)
        precondition(found.ranks[0][0].value < 1, "several bids are first at times")
      }
      show("SMAA-2, \(name): \(draws) draws, \(bids) bids, \(criteria) criteria", taken)
    }
    let costs = [costs(of: 0), costs(of: 1)]
    show(
      "stochastic dominance of one pair, \(futures) futures",
      median { precondition(StochasticDominance(of: costs[0], over: costs[1]).first != .none) })
  }

  /// Made-up costs by future, of which those of a later bid are higher.
  private static func costs(of bid: Int) -> [Double] {
    (0..<futures).map { future in
      let place = (future * 7_919 + bid * 13) % 10_007
      return Double(place + bid * 100)
    }
  }

  private static var scores: [Double] {
    (0..<(futures * bids * criteria)).map { place in
      let mixed = UInt64(place) &* 0x9E37_79B9_7F4A_7C15
      return Double(mixed >> 40) / Double(1 << 24) * 100
    }
  }

  /// The median of seven runs, in seconds, after one that is not counted.
  private static func median(_ body: () -> Void) -> Double {
    body()
    let timings = (0..<7).map { _ in
      let begun = ContinuousClock.now
      body()
      return seconds(since: begun)
    }
    return timings.sorted()[3]
  }

  private static func show(_ what: String, _ seconds: Double) {
    let tenths = Int((seconds * 1e4).rounded())
    print("| \(what) | \(tenths / 10).\(tenths % 10) ms |")
  }
}
