import Contracts
import Quantities

/// What prices charge.
extension Reference {
  mutating func settlePrices() {
    for named in clauses {
      guard var amounts = price(named.clause) else { continue }
      if case .oneOffFee = named.clause {} else { amounts = served(amounts) }
      lines[named.name] = amounts
      prices[named.name] = amounts
      if !named.clause.isBesideCharge { addToCharge(amounts) }
    }
  }

  mutating func addToCharge(_ amounts: [Double]) {
    charge = zip(charge, amounts).map(+)
  }

  private func price(_ clause: Clause) -> [Double]? {
    switch clause {
    case .fixedFee(let clause): fixedFee(clause)
    case .unitPrice(let clause): unitPrice(clause)
    case .tieredPrice(let clause): tieredPrice(clause)
    case .includedVolume(let clause): includedVolume(clause)
    case .staffCharge(let clause): staffCharge(clause)
    case .peakPrice(let clause): peakPrice(clause)
    case .costPlus(let clause): costPlus(clause)
    case .targetCost(let clause): targetCost(clause)
    case .oneOffFee(let clause): oneOffFee(clause)
    default: nil
    }
  }

  private func within(_ span: MonthSpan, _ amount: (Int) -> Double) -> [Double] {
    each { t in t < span.first || t > span.last ?? horizon ? 0 : amount(t) }
  }

  private func fixedFee(_ clause: FixedFee) -> [Double] {
    within(clause.span) { clause.amount * factor(clause.indexation, $0) }
  }

  private func oneOffFee(_ clause: OneOffFee) -> [Double] {
    each { $0 == clause.month ? clause.amount * factor(clause.indexation, $0) : 0 }
  }

  private func unitPrice(_ clause: UnitPrice) -> [Double] {
    within(clause.span) { t in
      volume(clause.serviceLine, t) * clause.price * factor(clause.indexation, t)
    }
  }

  private func tieredPrice(_ clause: TieredPrice) -> [Double] {
    within(clause.span) { t in
      let units = volume(clause.serviceLine, t)
      let index = factor(clause.indexation, t)
      switch clause.units {
      case .marginal:
        return index
          * clause.tiers.reduce(0) { charge, tier in
            charge + (tier.price ?? .nan) * min(max(units - tier.from, 0), tier.to - tier.from)
          }
      case .all:
        let tier = clause.tiers.first { tier in
          clause.boundary == .below ? units <= tier.to : units < tier.to
        }
        return (tier?.price ?? .nan) * units * index
      }
    }
  }

  private func includedVolume(_ clause: IncludedVolume) -> [Double] {
    within(clause.span) { t in
      let overage = max(volume(clause.serviceLine, t) - clause.included, 0)
      return (clause.amount + clause.price * overage) * factor(clause.indexation, t)
    }
  }

  private func staffCharge(_ clause: StaffCharge) -> [Double] {
    within(clause.span) { t in
      let posts =
        switch clause.headcount {
        case .stated(let series): agreed(series, "", t)
        case .volume(let line): volume(line, t)
        }
      return posts * clause.rate * (1 - clause.vacancy) * factor(clause.indexation, t)
    }
  }

  private func peakPrice(_ clause: PeakPrice) -> [Double] {
    within(clause.span) { t in
      let counted = max(t - clause.ratchet + 1, clause.span.first)...t
      let peak = counted.map { volume(clause.serviceLine, $0) * clause.peakRatio }.max() ?? 0
      return clause.price * peak * factor(clause.indexation, t)
    }
  }

  private func costPlus(_ clause: CostPlus) -> [Double] {
    within(clause.span) { t in
      volume(clause.serviceLine, t) * (1 + clause.markup)
        + clause.fee * factor(clause.indexation, t)
    }
  }

  private func targetCost(_ clause: TargetCost) -> [Double] {
    let last = min(clause.span.last ?? horizon, horizon)
    return within(clause.span) { t in
      let billed = clause.targetCost + clause.targetProfit
      let begun = (t - clause.span.first) % clause.settled.months + 1
      if begun < clause.settled.months && t < last { return billed }
      let months = Double(begun)
      let cost = sum(t - begun + 1...t) { volume(clause.serviceLine, $0) }
      let target = months * clause.targetCost
      let profit =
        months * clause.targetProfit + clause.shareUnder * max(target - cost, 0)
        - clause.shareOver * max(cost - target, 0)
      let price = min(months * (clause.ceiling ?? .infinity), cost + profit)
      return price - (months - 1) * billed
    }
  }

  /// A share of what an exchange rate moves, on what prices have charged.
  func currencyShare(_ clause: CurrencyShare) -> [Double] {
    within(clause.span) { t in
      // Before indexation the rate is the one before month 1.
      var move = clause.baseline / level(clause.index, isBeforeIndexation ? 0 : t) - 1
      switch clause.reading {
      case .excess: move -= min(max(move, -clause.deadZone), clause.deadZone)
      case .whole: if abs(move) <= clause.deadZone { move = 0 }
      }
      let bound = clause.bound ?? .infinity
      return min(max(move, -bound), bound) * charged(by: clause.prices, t) * clause.share
    }
  }

  /// What the charge falls short of a minimum by.
  func minimumFee(_ clause: MinimumFee) -> [Double] {
    within(clause.span) { t in
      max(clause.amount * factor(clause.indexation, t) - charged(by: clause.prices, t), 0)
    }
  }
}

extension Clause {
  /// Whether a price is paid beside the month's gross charge.
  fileprivate var isBesideCharge: Bool {
    switch self {
    case .oneOffFee: true
    case .costPlus(let clause): !clause.isInCharge
    default: false
    }
  }
}
