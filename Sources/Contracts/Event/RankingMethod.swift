/// The locked method: how the scores by all criteria make one order.
public enum RankingMethod: String, Hashable, Sendable, CaseIterable {
  /// `Σ weight · score / Σ weight`: the highest is first.
  case weightedValue = "weighted_value"
  /// The cost divided by the weighted score of all other criteria: the lowest is first.
  case costPerQualityPoint = "cost_per_quality_point"
  /// The lowest cost among the bids that reach every minimum; behind them the others.
  case lowestPriceAcceptable = "lowest_price_acceptable"

  /// The criteria, among `criteria`, by which the method orders bids or rules them out.
  public func counting(_ criteria: [Criterion]) -> [Criterion] {
    criteria.filter { weighs($0) && $0.weight > 0 || $0.minimum != nil || isPrice($0) }
  }

  /// Whether the weight of `criterion` counts.
  public func weighs(_ criterion: Criterion) -> Bool {
    switch self {
    case .weightedValue: true
    case .costPerQualityPoint: criterion.measure != .cost
    case .lowestPriceAcceptable: false
    }
  }

  /// Whether `criterion` is the cost that the method itself compares.
  public func isPrice(_ criterion: Criterion) -> Bool {
    self != .weightedValue && criterion.measure == .cost
  }

  /// The share of `criterion` among all weights of `criteria` that count; nothing where its own does
  /// not.
  public func share(of criterion: Criterion, among criteria: [Criterion]) -> Double? {
    let total = criteria.reduce(0) { weighs($1) ? $0 + $1.weight : $0 }
    return weighs(criterion) && total > 0 ? criterion.weight / total : nil
  }
}
