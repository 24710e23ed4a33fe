public import Contracts
public import Futures
import Rows

/// What an experiment leaves of one of its options, to be put together with what others leave of
/// other options in the same futures.
///
/// It is the same whatever options were simulated beside it.
public struct OptionOutcome: Sendable {
  /// What was counted over all futures.
  public let tally: OptionTally

  /// Net present cost before credits, by future.
  public let before: [Double]

  /// Net present cost after credits, by future.
  public let after: [Double]

  /// The mean cost on each basis, controlled where it can be.
  public let costs: [CostBasis: ControlledEstimate]

  /// The mean present value of credits, as a positive amount.
  public let credits: ControlledEstimate

  /// The distribution of the cost on each basis.
  let summaries: [CostBasis: Summary]

  /// What `outcome` leaves of the option at `position`.
  ///
  /// - Precondition: the sample holds every future.
  public init(_ position: Int, of outcome: Outcome) {
    precondition(
      outcome.sample.futures == outcome.futures, "every future of an option is kept")
    tally = outcome.options[position]
    before = outcome.sample.before[position]
    after = outcome.sample.after[position]
    credits = outcome.controlled(.credits, of: position)
    let bases = CostBasis.allCases
    costs = Dictionary(
      uniqueKeysWithValues: bases.map { ($0, outcome.controlled(.cost($0), of: position)) })
    summaries = Dictionary(
      uniqueKeysWithValues: bases.map { ($0, outcome.summary(of: position, $0)) })
  }

  /// The distribution of the cost on `basis`.
  public func summary(_ basis: CostBasis) -> Summary {
    guard let summary = summaries[basis] else {
      preconditionFailure("an option is summarised on either basis")
    }
    return summary
  }

  /// The cost by future on `basis`.
  public func cost(_ basis: CostBasis) -> [Double] { basis == .beforeCredits ? before : after }
}

extension Outcome {
  /// The outcome of an experiment of all `parts` together, on `basis`, with the seed `seed`.
  ///
  /// Who is cheapest, and the differences between options, are counted anew, with the bits of a run of
  /// all of them; only the controls are left out, for what they do for each option by itself is known
  /// of the parts.
  ///
  /// - Precondition: the parts are of the same futures, from the first on.
  public init(
    of parts: [OptionOutcome], baseline: Int?, basis: CostBasis, seed: UInt64
  ) {
    let futures = parts.first?.after.count ?? 0
    precondition(parts.allSatisfy { $0.after.count == futures }, "parts are of the same futures")
    self.init(
      range: 0..<futures, seed: seed, basis: basis, options: parts.map(\.tally), pairs: [],
      controls: ControlTally(ControlPlan(), options: parts.count),
      sample: Sample(before: parts.map(\.before), after: parts.map(\.after)))
    for first in parts.indices {
      for second in parts.indices where second > first {
        let (one, other) = (options[first].before.origin, options[second].before.origin)
        pairs.append(PairTally(origin: one - other))
      }
    }
    compareSample(baseline: baseline)
  }

  /// Counts who is cheapest and how the pairs differ, block by block as an engine does.
  private mutating func compareSample(baseline: Int?) {
    let costs = sample.cost(basis)
    let arena = Arena()
    let (difference, work) = (arena.row(), arena.row())
    var cheapest = costs.map { _ in 0 }
    for first in stride(from: 0, to: futures, by: Lanes.count) {
      let block = first..<min(first + Lanes.count, futures)
      var pair = 0
      for one in costs.indices {
        for other in costs.indices where other > one {
          difference.fill(0)
          for (lane, future) in block.enumerated() {
            difference[lane] = costs[one][future] - costs[other][future]
          }
          pairs[pair].add(difference, lanes: block.count, work: work)
          pair += 1
        }
      }
    }
    let compared = costs.indices.filter { $0 != baseline }
    for future in 0..<futures {
      let least = compared.reduce(Double.infinity) { min($0, costs[$1][future]) }
      for position in compared where costs[position][future] <= least { cheapest[position] += 1 }
    }
    for position in options.indices { options[position].setCheapest(cheapest[position]) }
  }
}

extension Summaries {
  /// The distributions of the costs of `parts`, in their order.
  public init(of parts: [OptionOutcome]) {
    self.init(
      Dictionary(
        uniqueKeysWithValues: CostBasis.allCases.map { basis in
          (basis, parts.map { $0.summary(basis) })
        }))
  }
}

extension ControlPlan {
  /// No controls at all.
  init() { discount = [] }
}

extension Option {
  /// The options, of each of which it is decided in which months the buyer would leave, as an
  /// experiment with this seed does.
  ///
  /// They are looked at side by side.
  public static func reviewed(
    _ options: [Option], _ assumptions: Assumptions, seed: UInt64
  ) -> [Option] {
    LeavingReview.decided(for: options, assumptions, seed: seed)
  }
}
