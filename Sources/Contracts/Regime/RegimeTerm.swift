/// A number of a contract's credit regime that a search may move.
public enum RegimeTerm: Hashable, Sendable {
  /// The share of the month's charge that is at risk.
  case atRisk
  /// The monthly cap of credits, where it is a share of the charge.
  case cap
  /// By what repeated defaults multiply a credit.
  case multiplier
  /// The share of credits that is earned back.
  case earnBack
  /// A level's weight among the allocations of the at-risk amount.
  case allocation(level: String)
}

extension Contract {
  /// The numbers of the credit regime that can be moved: those that the contract states.
  public var regimeTerms: [RegimeTerm] {
    clauses.flatMap { named -> [RegimeTerm] in
      switch named.clause {
      case .atRiskCredit(let credit):
        [.atRisk]
          + (credit.allocations.count > 1
            ? credit.allocations.map { .allocation(level: $0.level) } : [])
      case .creditCap(let cap): cap.shareOfCharge == nil ? [] : [.cap]
      case .repeatMultiplier: [.multiplier]
      case .earnBack: [.earnBack]
      default: []
      }
    }
  }

  /// The number that stands at `term`, or nothing where the contract states none.
  public func value(of term: RegimeTerm) -> Double? {
    for named in clauses {
      switch (term, named.clause) {
      case (.atRisk, .atRiskCredit(let credit)): return credit.atRisk
      case (.allocation(let level), .atRiskCredit(let credit)):
        return credit.allocations.first { $0.level == level }.map { $0.pool * $0.share }
      case (.cap, .creditCap(let cap)): return cap.shareOfCharge
      case (.multiplier, .repeatMultiplier(let clause)): return clause.multiplier
      case (.earnBack, .earnBack(let clause)): return clause.share
      default: continue
      }
    }
    return nil
  }

  /// Between which numbers `term` is searched **[assumption]**.
  ///
  /// An at-risk share and a cap up to a fifth of the charge or half as much again as is written, a
  /// multiplier from 1 to 3, weights and what is earned back from none to all.
  public func bounds(of term: RegimeTerm) -> ClosedRange<Double> {
    let written = value(of: term) ?? 0
    return switch term {
    case .atRisk, .cap: 0...max(0.2, 1.5 * written)
    case .multiplier: 1...max(3, written)
    case .earnBack, .allocation: 0...max(1, written)
    }
  }

  /// The same contract with other numbers in its credit regime.
  ///
  /// Weights of allocations say how what is at stake where every level defaults is shared out: that
  /// sum, `Σ pool · share`, stays as it is written. Weights that are all 0 change nothing.
  public func setting(_ values: [RegimeTerm: Double]) -> Contract {
    var copy = self
    for place in copy.clauses.indices {
      switch copy.clauses[place].clause {
      case .atRiskCredit(var credit):
        credit.atRisk = values[.atRisk] ?? credit.atRisk
        credit.shareOut(by: values)
        copy.clauses[place].clause = .atRiskCredit(credit)
      case .creditCap(let cap) where cap.shareOfCharge != nil:
        if let share = values[.cap] { copy.clauses[place].clause = .creditCap(.init(share: share)) }
      case .repeatMultiplier(var clause):
        clause.multiplier = values[.multiplier] ?? clause.multiplier
        copy.clauses[place].clause = .repeatMultiplier(clause)
      case .earnBack(var clause):
        clause.share = values[.earnBack] ?? clause.share
        copy.clauses[place].clause = .earnBack(clause)
      default: continue
      }
    }
    return copy
  }
}

extension AtRiskCredit {
  fileprivate mutating func shareOut(by values: [RegimeTerm: Double]) {
    let weights = allocations.map { values[.allocation(level: $0.level)] ?? $0.pool * $0.share }
    let (sum, atStake) = (weights.reduce(0, +), allocations.reduce(0) { $0 + $1.pool * $1.share })
    guard sum > 0, weights != allocations.map({ $0.pool * $0.share }) else { return }
    for place in allocations.indices where allocations[place].pool > 0 {
      allocations[place].share = weights[place] / sum * atStake / allocations[place].pool
    }
  }
}
