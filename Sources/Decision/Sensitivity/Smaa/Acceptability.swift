import Crew
public import Simulation

/// How often each alternative has each rank, over weights and outcomes together, by SMAA-2.
///
/// Lahdelma and Salminen, *SMAA-2: Stochastic multicriteria acceptability analysis for group decision
/// making*, Operations Research 49 (2001). Values are weighted sums of scores. Every figure has a
/// standard error, from up to 64 batches of draws that share no outcome where the outcomes are a
/// sample; with a single batch it is infinite.
public struct Acceptability: Hashable, Sendable {
  /// The weights that are held to be possible.
  public let space: WeightSpace

  /// How many weights and outcomes were drawn.
  public let draws: Int

  /// The rank acceptability indices, by alternative and rank.
  ///
  /// Each is the share of draws in which the alternative has the rank; those with equal values share
  /// their ranks.
  public let ranks: [[Estimate]]

  /// The pairwise winning index: the share of draws in which the first is better than the second; equal
  /// ones count half.
  public let winning: [[Estimate]]

  /// The central weights, the mean of those with which an alternative is first; nothing where it never is.
  public let centralWeights: [[Estimate]?]

  /// The confidence factor, the share of outcomes in which an alternative is first with its central
  /// weights; nothing where it has none.
  public let confidence: [Estimate?]

  /// Draws `draws` times weights from `space` around `weights`, and one of `outcomes` each.
  ///
  /// - Parameters:
  ///   - outcomes: The scores, of which each draw takes one outcome.
  ///   - weights: The stated weights of the criteria, not all of them 0.
  ///   - space: The weights that are held to be possible.
  ///   - draws: How many draws.
  ///   - seed: The seed; results do not depend on threads.
  public init(
    of outcomes: ScoredOutcomes, weights: [Double], in space: WeightSpace, draws: Int = 100_000,
    seed: UInt64
  ) {
    precondition(draws > 0, "there is one draw at least")
    precondition(
      weights.count == outcomes.criteria && weights.contains { $0 > 0 },
      "every criterion has a weight, and one of them is above 0")
    let batches = DrawBatches(outcomes, draws: draws)
    let sampler = WeightSampler(space, around: weights)
    let counts = (0..<batches.count).mapSideBySide { batches.count(in: $0, sampler, seed) }
    var total = RankCount(alternatives: outcomes.alternatives, criteria: outcomes.criteria)
    for count in counts { total.merge(count) }
    let all = 0..<outcomes.alternatives
    self.space = space
    self.draws = draws
    ranks = all.map { own in
      all.map { rank in Self.share(counts, total) { $0.count(own, rank) } }
    }
    winning = all.map { own in
      all.map { other in
        own == other
          ? Estimate(0.5, standardError: 0)
          : Self.share(counts, total) {
            Double($0.halfWins[own * outcomes.alternatives + other]) / 2
          }
      }
    }
    let central = all.map { Self.central($0, counts, total, outcomes.criteria) }
    centralWeights = central
    confidence = all.mapSideBySide { own in
      central[own].map { weights in batches.confidence(of: own, weights.map(\.value)) }
    }
  }

  private static func share(
    _ batches: [RankCount], _ total: RankCount, _ count: (RankCount) -> Double
  ) -> Estimate {
    Estimate(
      count(total) / Double(total.draws),
      standardError: standardError(of: batches.map { count($0) / Double($0.draws) }))
  }

  /// The mean weights where `alternative` is first: a ratio of sums, whose standard error is that of what
  /// batches leave of it.
  private static func central(
    _ alternative: Int, _ batches: [RankCount], _ total: RankCount, _ criteria: Int
  ) -> [Estimate]? {
    let first = total.count(alternative, 0)
    guard first > 0 else { return nil }
    return (0..<criteria).map { criterion in
      let place = alternative * criteria + criterion
      let mean = total.weights[place] / first
      let rests = batches.map { batch in
        (batch.weights[place] - mean * batch.count(alternative, 0)) * Double(batches.count) / first
      }
      return Estimate(mean, standardError: standardError(of: rests))
    }
  }
}
