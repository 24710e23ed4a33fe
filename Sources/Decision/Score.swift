import Contracts

/// The measures of one bid that criteria are applied to.
struct Measures: Hashable, Sendable {
  /// The figure of the cost that is compared.
  var cost: Double
  var risk: Double
  var compliance: Double

  /// The share of months in which the buyer's needs are met.
  var service = 1.0

  /// What evaluators say, by criterion.
  var scored: [String: Double] = [:]

  /// The mean cost, where ``cost`` is another figure.
  var meanCost: Double?

  subscript(criterion: Criterion) -> Double {
    get {
      switch criterion.measure {
      case .cost: cost
      case .risk: risk
      case .compliance: compliance
      case .service: service
      case .scored: scored[criterion.id] ?? .nan
      }
    }
    set {
      switch criterion.measure {
      case .cost: cost = newValue
      case .risk: risk = newValue
      case .compliance: compliance = newValue
      case .service: service = newValue
      case .scored: scored[criterion.id] = newValue
      }
    }
  }
}

extension Criterion {
  /// The scores 0…100 of all bids by this criterion.
  func scores(of bids: [Measures]) -> [Double] {
    let values = bids.map { $0[self] }
    let lowestCost = bids.map { $0.meanCost ?? $0.cost }.min() ?? 0
    switch scale {
    case .lowestOverOwn: return Self.lowestOverOwn(values)
    case .linear(let best, let worst):
      return values.map { Self.linear($0, from: best, to: worst) }
    case .shareOfLowestCost(let worst):
      return values.map { Self.linear($0, from: 0, to: worst * max(lowestCost, 0)) }
    case .linearToCeiling(let ceiling, let best):
      let full = best == .zero ? 0 : min(values.min() ?? 0, ceiling)
      return values.map { $0 < ceiling ? Self.linear($0, from: full, to: ceiling) : 0 }
    }
  }

  /// `100 · lowest / own`; 100 for what is not above 0, and 0 for what is infinite.
  static func lowestOverOwn(_ values: [Double]) -> [Double] {
    let lowest = max(values.min() ?? 0, 0)
    return values.map { own in
      guard own > 0 else { return 100 }
      return own == .infinity ? 0 : 100 * lowest / own
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
    LockedMethod(.weightedValue, self).verdict(of: bids).overall
  }
}
