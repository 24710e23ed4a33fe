import Contracts

/// The measures of one bid that criteria are applied to.
struct Measures {
  var cost: Double
  var risk: Double
  var compliance: Double

  subscript(measure: Criterion.Measure) -> Double {
    switch measure {
    case .cost: cost
    case .risk: risk
    case .compliance: compliance
    }
  }
}

extension Criterion {
  /// The scores 0…100 of all bids by this criterion.
  func scores(of bids: [Measures]) -> [Double] {
    let lowest = bids.map { $0[measure] }.min() ?? 0
    let lowestCost = bids.map(\.cost).min() ?? 0
    return bids.map { bid in
      switch scale {
      case .lowestOverOwn: bid[measure] > 0 ? 100 * max(lowest, 0) / bid[measure] : 100
      case .linear(let best, let worst): Self.linear(bid[measure], from: best, to: worst)
      case .shareOfLowestCost(let worst):
        Self.linear(bid[measure], from: 0, to: worst * max(lowestCost, 0))
      }
    }
  }

  /// 100 at `best`, 0 at `worst`, linear between and kept within.
  private static func linear(_ value: Double, from best: Double, to worst: Double) -> Double {
    guard best != worst else { return value == best ? 100 : 0 }
    return 100 * min(max((worst - value) / (worst - best), 0), 1)
  }
}

extension [Criterion] {
  /// The overall scores of all bids: `Σ weight · score / Σ weight`; 0 where nothing has weight.
  func overall(of bids: [Measures]) -> [Double] {
    let total = reduce(0) { $0 + $1.weight }
    var sums = bids.map { _ in 0.0 }
    guard total > 0 else { return sums }
    for criterion in self {
      for (bid, score) in criterion.scores(of: bids).enumerated() {
        sums[bid] += criterion.weight / total * score
      }
    }
    return sums
  }
}
