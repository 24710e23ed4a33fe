public import Contracts
import Crew
public import Simulation

/// How far the order of the bids rests on the method: it stands beside the ranking and changes nothing
/// in it.
///
/// Bids are named by their positions in ``compared``.
public struct Sensitivity: Sendable {
  /// Whether one bid's cost dominates that of another.
  public struct Dominance: Hashable, Sendable {
    /// The bid that is asked about.
    public var bid: Int

    /// The bid that it may dominate.
    public var over: Int

    /// Whether it does.
    public var standing: StochasticDominance
  }

  /// The positions of the compared bids among the experiment's options.
  public let compared: [Int]

  /// The positions of the bids whose figures are too large to be compared.
  public let leftOut: [Int]

  /// The criteria with weight, in the event's order.
  public let criteria: [Criterion]

  /// What each method makes of the bids, the locked one first.
  public let methods: [MethodResult]

  /// For each bid those that are at least as good in every criterion and better in one.
  public let dominators: [[Int]]

  /// Whether bids dominate each other in cost, by every ordered pair.
  public let dominance: [Dominance]

  /// The expected regret of each bid, in cost.
  public let regret: [Estimate]

  /// How often each bid has each rank: with the weights that were asked for, and with any where those
  /// are others.
  public let acceptabilities: [Acceptability]

  /// Where a bid changes who is first by leaving, or by being there twice.
  public let reversals: [RankReversal]

  /// How many draws of weights and futures are taken.
  public static let draws = 100_000

  /// Asks every other method about the bids of `comparison`, on its sample of futures.
  ///
  /// - Parameters:
  ///   - comparison: What was simulated.
  ///   - weights: The weights that are held to be possible.
  ///   - draws: How many draws of weights and futures are taken.
  public init(
    of comparison: Comparison, weights: WeightSpace = .standard, draws: Int = Sensitivity.draws
  ) async {
    let scoring = await Scoring(
      of: comparison.event, options: comparison.options, baseline: comparison.baseline,
      outcome: comparison.outcome, comparison.summaries,
      service: comparison.service)
    let sample = comparison.outcome.sample.cost(comparison.outcome.basis)
    let weighty = scoring.method.weighted
    let sound = scoring.compared.indices.filter { bid in
      scoring.isSound(bid, by: weighty) && sample[scoring.compared[bid]].allSatisfy(\.isFinite)
    }
    compared = sound.map { scoring.compared[$0] }
    leftOut = scoring.compared.filter { [compared] in !compared.contains($0) }
    criteria = weighty
    let costs = compared.map { sample[$0] }
    guard !compared.isEmpty, !weighty.isEmpty else {
      (methods, dominators, dominance, regret) = ([], [], [], [])
      (acceptabilities, reversals) = ([], [])
      return
    }
    let bids = Contestants(
      locked: scoring.method, criteria: weighty, measures: sound.map { scoring.measures[$0] },
      batches: scoring.measuresInBatches.map { batch in sound.map { batch[$0] } },
      beyond: scoring.beyond)
    methods = ComparedMethod.allCases.map(bids.result)
    reversals = ComparedMethod.allCases.flatMap(bids.reversals)
    dominators = bids.matrix.dominators
    dominance = Self.dominance(costs)
    regret = expectedRegret(costs)
    let seed = comparison.outcome.seed
    let outcomes = bids.outcomes(costs, seed: seed)
    acceptabilities = (weights == .free ? [.free] : [weights, .free]).map { space in
      Acceptability(of: outcomes, weights: bids.weights, in: space, draws: draws, seed: seed)
    }
  }

  private static func dominance(_ costs: [[Double]]) -> [Dominance] {
    let pairs = costs.indices.flatMap { bid in
      costs.indices.filter { $0 != bid }.map { (bid, $0) }
    }
    return pairs.indices.mapSideBySide { pair in
      let (bid, over) = pairs[pair]
      return Dominance(
        bid: bid, over: over, standing: StochasticDominance(of: costs[bid], over: costs[over]))
    }
  }
}

extension Scoring {
  /// Whether every measure of a bid is a number by which it can be compared, in the whole and in every
  /// batch.
  fileprivate func isSound(_ bid: Int, by criteria: [Criterion]) -> Bool {
    ([measures] + measuresInBatches).allSatisfy { all in
      criteria.allSatisfy { all[bid][$0].isFinite }
    }
  }
}
