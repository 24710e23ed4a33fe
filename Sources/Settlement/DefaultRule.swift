import Contracts
import Rows

/// When a month of sampled attainment is a default of one service level.
public struct DefaultRule: Hashable, Sendable {
  /// The position of its metric among the contract's.
  public var metric: Int

  /// The bound on the metric's link scale.
  public var bound: Double

  /// Whether attainment below the bound is a default; else attainment above it is.
  public var missesBelow: Bool

  /// The first month that counts.
  public var firstMonth: Int
}

extension ResolvedContract {
  /// The rule of each service level, in the order of their positions.
  public var defaultRules: [DefaultRule] {
    var rules = levels.map { _ in
      DefaultRule(metric: 0, bound: 0, missesBelow: true, firstMonth: horizon + 1)
    }
    for seated in clauses {
      guard case .serviceLevel(let level) = seated.clause else { continue }
      rules[seated.seat.level] = DefaultRule(
        metric: seated.seat.metric, bound: seated.seat.bound,
        missesBelow: level.comparison == .atLeast || level.comparison == .moreThan,
        firstMonth: level.firstMonth)
    }
    return rules
  }

  /// The share of a month's charge that one default of each service level is credited, before
  /// multipliers and caps.
  public var creditShares: [Double] {
    var shares = levels.map { _ in 0.0 }
    for seated in clauses {
      switch seated.clause {
      case .atRiskCredit(let credit):
        for (offset, allocation) in credit.allocations.enumerated() {
          shares[creditedLevels[seated.seat.credited.lowerBound + offset]] +=
            credit.atRisk * allocation.pool * allocation.share
        }
      case .fixedCredit(let credit):
        shares[creditedLevels[seated.seat.credited.lowerBound]] += credit.share
      default: break
      }
    }
    return shares
  }

  /// 1 for each service level whose defaults give a right, 0 for any other.
  public var rightWeights: [Double] {
    var weights = levels.map { _ in 0.0 }
    for seated in clauses {
      if case .chronicFailure = seated.clause { weights[seated.seat.level] = 1 }
    }
    return weights
  }
}
