import Contracts
import Crew

/// The bids that methods are asked about, with what is measured of them.
struct Contestants: Sendable {
  /// The event's own method.
  let locked: LockedMethod

  /// The criteria that have weight.
  let criteria: [Criterion]

  /// The measures of each bid.
  let measures: [Measures]

  /// The measures in batches of the sample.
  let batches: [[Measures]]

  /// By how much the futures beyond the sample lower a standard error.
  let beyond: Double

  /// The weights of the criteria.
  var weights: [Double] { criteria.map(\.weight) }

  /// What `method` makes of all bids.
  func result(_ method: ComparedMethod) -> MethodResult {
    MethodResult(
      method, values(method, of: measures), batches: batches.map { values(method, of: $0) },
      beyond: beyond)
  }

  /// Who changes the first place of `method` by leaving or by being there twice.
  func reversals(_ method: ComparedMethod) -> [RankReversal] {
    RankReversal.all(of: method, count: measures.count) { bids in
      values(method, of: bids.map { measures[$0] })
    }
  }

  /// The measures as they are, each in its unit.
  var matrix: DecisionMatrix { matrix(of: measures) }

  /// The values by `method` of bids with `measures`, of which the highest is best.
  private func values(_ method: ComparedMethod, of measures: [Measures]) -> [Double] {
    switch method {
    case .locked: locked.values(of: measures)
    case .topsis: matrix(of: measures).topsis()
    case .prometheeUsual:
      matrix(of: measures).netFlows(criteria.map { _ in .usual })
    case .prometheeLinear:
      scores(of: measures).netFlows(
        criteria.map { _ in
          .linear(
            indifference: ComparedMethod.indifference, preference: ComparedMethod.preference)
        })
    }
  }

  private func matrix(of measures: [Measures]) -> DecisionMatrix {
    DecisionMatrix(
      values: measures.map { bid in criteria.map { bid[$0] } }, weights: weights,
      prefersLess: criteria.map(\.scale.prefersLess))
  }

  private func scores(of measures: [Measures]) -> DecisionMatrix {
    let byCriterion = criteria.map { $0.scores(of: measures) }
    return DecisionMatrix(
      values: measures.indices.map { bid in byCriterion.map { $0[bid] } }, weights: weights,
      prefersLess: criteria.map { _ in false })
  }

  /// How many futures are scored at most: their scores by every criterion are all kept.
  static let mostOutcomes = 32_768

  /// The bids' scores in single futures, in which they cost `costs`, by bid and future.
  ///
  /// A bid costs what it does in that future. Its risk is no matter of one future: it is the estimate, off
  /// by a batch's deviation from the mean of the B batches over √B, which has the law of the estimate's own
  /// error, shared between bids as their futures are. Whatever else is measured is at its estimate.
  func outcomes(_ costs: [[Double]], seed: UInt64) -> ScoredOutcomes {
    let futures = min(costs.first?.count ?? 0, Self.mostOutcomes)
    let (deviations, piece) = (riskDeviations, 512)
    let scored = (0..<((futures + piece - 1) / piece)).mapSideBySide { number in
      (number * piece..<min((number + 1) * piece, futures)).flatMap { future in
        var random = CounterRandom(seed: seed, .batches, number: future)
        let deviation = deviations[random.below(deviations.count)]
        var drawn = measures
        for bid in drawn.indices {
          (drawn[bid].cost, drawn[bid].meanCost) = (costs[bid][future], nil)
          drawn[bid].risk += deviation[bid]
        }
        let byCriterion = criteria.map { $0.scores(of: drawn) }
        return drawn.indices.flatMap { bid in byCriterion.map { $0[bid] } }
      }
    }
    return ScoredOutcomes(
      alternatives: measures.count, criteria: criteria.count, scores: scored.flatMap(\.self),
      isSample: true)
  }

  /// By how much the risk of each bid may be off, by batch and bid.
  private var riskDeviations: [[Double]] {
    let count = Double(batches.count)
    let means = measures.indices.map { bid in
      batches.reduce(0) { $0 + $1[bid].risk } / count
    }
    return batches.map { batch in
      zip(batch, means).map { beyond * ($0.risk - $1) / count.squareRoot() }
    }
  }
}

extension LockedMethod {
  /// The overall score of each bid, of which the highest is best; bids that stand behind others whatever
  /// their score have 100 less.
  fileprivate func values(of bids: [Measures]) -> [Double] {
    let verdict = verdict(of: bids)
    return zip(verdict.overall, verdict.isAcceptable).map { $1 ? $0 : $0 - 100 }
  }

  /// The criteria by which other methods compare bids, those that have weight.
  ///
  /// Where the method weighs no cost, since it is a price formula, cost has as much weight as all
  /// others together **[assumption]**.
  var weighted: [Criterion] {
    let others = criteria.filter { !method.isPrice($0) && $0.weight > 0 }
    let sum = others.reduce(0) { $0 + $1.weight }
    return criteria.compactMap { criterion in
      guard method.isPrice(criterion) else { return criterion.weight > 0 ? criterion : nil }
      var cost = criterion
      cost.weight = sum > 0 ? sum : 1
      return cost
    }
  }
}

extension Criterion.Scale {
  /// Whether a lower measure is the better one.
  var prefersLess: Bool {
    switch self {
    case .lowestOverOwn, .shareOfLowestCost, .linearToCeiling: true
    case .linear(let best, let worst): best < worst
    }
  }
}
