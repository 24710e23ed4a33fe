import Contracts

extension Contract {
  /// The contract for the lots that `shares` gives, by position, and for no others.
  ///
  /// Clauses keep their names, so that whatever names them still does: a price of a lot that is not
  /// given is a fee of nothing, and a level of one counts in no month. What states no volume (fixed
  /// fees, stated staff, minimums, hidden costs) is paid in full for any share, as it is written; a
  /// loss that is the same each month, and an amount by which the buyer has adjusted the bid, go with
  /// the share **[assumption]**.
  func giving(_ shares: [Int: Double], _ belongings: Belongings, horizon: Int) -> Contract {
    var copy = self
    copy.clauses = clauses.compactMap { named in
      if case .strandedCost = named.clause { return nil }
      let home = belongings.belonging(of: named).home
      guard home?.contains(where: { shares[$0] != nil }) ?? true else {
        return named.silenced(horizon: horizon)
      }
      let share = home.flatMap { $0.count == 1 ? $0.first.flatMap { shares[$0] } : nil }
      return named.scaled(by: share ?? (belongings.map.lots.count == 1 ? shares[0] ?? 1 : 1))
    }
    return copy
  }

  /// What remains with the buyer whoever serves it, and the factors that it follows; nothing where
  /// nothing does.
  var remainder: Contract? {
    let isStranded: (Named) -> Bool = { if case .strandedCost = $0.clause { true } else { false } }
    guard clauses.contains(where: isStranded) else { return nil }
    var copy = self
    copy.clauses = clauses.filter { named in
      switch named.clause {
      case .indexation, .escalator, .exchangeRate, .strandedCost: true
      default: false
      }
    }
    return copy
  }

  /// The terms that are paid in full for any share of a lot.
  var indivisible: [String] {
    clauses.compactMap { named in
      switch named.clause {
      case .fixedFee(let fee) where fee.amount != 0: named.name
      case .oneOffFee(let fee) where fee.amount != 0: named.name
      case .includedVolume, .minimumFee, .minimumCommitment, .hiddenCost: named.name
      case .staffCharge(let charge): if case .stated = charge.headcount { named.name } else { nil }
      default: nil
      }
    }
  }
}

extension Contract.Named {
  /// The clause where the lot that it belongs to is not given.
  fileprivate func silenced(horizon: Int) -> Contract.Named? {
    if clause.isPrice { return .init(name, .fixedFee(FixedFee(amount: 0))) }
    guard case .serviceLevel(var level) = clause else { return nil }
    level.excluded = Array(1...horizon)
    return .init(name, .serviceLevel(level))
  }

  /// The clause where `share` of its lot is given.
  fileprivate func scaled(by share: Double) -> Contract.Named {
    switch clause {
    case .poorServiceLoss(var loss) where loss.serviceLine == nil:
      loss.lossPerPoint *= share
      return .init(name, .poorServiceLoss(loss))
    case .levellingAdjustment(var adjustment):
      guard case .amount(let amount, let spread) = adjustment.estimate else { return self }
      let scaled = spread.map {
        LevellingAdjustment.Spread(low: $0.low * share, high: $0.high * share)
      }
      adjustment.estimate = .amount(amount * share, scaled)
      return .init(name, .levellingAdjustment(adjustment))
    default: return self
    }
  }
}
