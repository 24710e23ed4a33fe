import Contracts
import Quantities

/// The month's gross charge, from prices to gain shares.
extension Reference {
  mutating func settleCharge() {
    settlePrices()
    for named in clauses {
      guard case .currencyShare(let clause) = named.clause else { continue }
      post(charge: currencyShare(clause), to: named.name)
    }
    for named in clauses {
      guard case .volumeBand(let clause) = named.clause else { continue }
      post(charge: volumeBand(clause), to: named.name)
    }
    for named in clauses {
      guard case .exclusivity(let clause) = named.clause else { continue }
      settleExclusivity(clause, named.name)
    }
    for named in clauses {
      guard case .volumeDiscount(let clause) = named.clause else { continue }
      post(charge: volumeDiscount(clause), to: named.name)
    }
    settleMinimums()
    for named in clauses {
      guard case .gainShare(let clause) = named.clause else { continue }
      post(charge: gainShare(clause), to: named.name)
    }
  }

  mutating func post(charge amounts: [Double], to line: String) {
    lines[line] = served(amounts)
    addToCharge(served(amounts))
  }

  /// Minimum commitments and minimum fees in declared order, each of what was charged before it.
  private mutating func settleMinimums() {
    for named in clauses {
      switch named.clause {
      case .minimumFee(let clause): post(charge: minimumFee(clause), to: named.name)
      case .minimumCommitment(let clause):
        let (shortfall, carried) = minimumCommitment(clause)
        post(charge: shortfall, to: "\(named.name): shortfall")
        if clause.carryForward != nil {
          post(charge: carried, to: "\(named.name): carried forward")
        }
      default: break
      }
    }
  }

  /// Additional resource charges and reduced resource credits.
  private func volumeBand(_ clause: VolumeBand) -> [Double] {
    let last = min(clause.span.last ?? horizon, horizon)
    let baselines = baselines(of: clause)
    return each { t in
      guard t >= clause.span.first, t <= last else { return 0 }
      let begun = (t - clause.span.first) % clause.settled.months + 1
      if begun < clause.settled.months {
        if t < last || clause.rest == .notSettled { return 0 }
      }
      let months = t - begun + 1...t
      let units = sum(months) { volume(clause.serviceLine, $0) }
      let baseline = sum(months) { baselines[$0 - 1] }
      return deviation(units, from: baseline, clause) * factor(clause.indexation, t)
    }
  }

  private func deviation(_ units: Double, from baseline: Double, _ clause: VolumeBand) -> Double {
    let upper = baseline + clause.deadband * baseline
    let lower = baseline - clause.deadband * baseline
    var amount = 0.0
    switch clause.reading {
    case .excess:
      amount = clause.arc * max(units - upper, 0)
      amount -= clause.rrc * clause.rrcFactor * max(lower - units, 0)
    case .deviation:
      if units > upper { amount = clause.arc * (units - baseline) }
      if units < lower { amount = -clause.rrc * clause.rrcFactor * (baseline - units) }
    }
    var (arc, rrc) = (clause.arc, clause.rrc)
    for band in clause.outer {
      let above = units - (baseline + band.beyond * baseline)
      let below = baseline - band.beyond * baseline - units
      amount += (band.arc - arc) * max(above, 0)
      amount -= (band.rrc - rrc) * clause.rrcFactor * max(below, 0)
      (arc, rrc) = (band.arc, band.rrc)
    }
    return amount
  }

  /// The baseline of every month, after new baselines.
  private func baselines(of clause: VolumeBand) -> [Double] {
    var new: Double?
    var next: (baseline: Double, from: Int)?
    var outside: [Double] = []
    return each { t in
      if let (baseline, from) = next, t == from {
        new = baseline
        next = nil
        outside = []
      }
      let baseline = new ?? agreed(clause.baseline, clause.serviceLine, t)
      guard let rule = clause.rebaseline, next == nil else { return baseline }
      let units = volume(clause.serviceLine, t)
      let isOutside =
        units > baseline + rule.edge * baseline || units < baseline - rule.edge * baseline
      outside = isOutside ? outside + [units] : []
      if outside.count == rule.after {
        next = (outside.reduce(0, +) / Double(rule.after), t + rule.delay + 1)
      }
      return baseline
    }
  }

  /// A part of a bundle that is taken elsewhere, and the fee for it.
  private mutating func settleExclusivity(_ clause: Exclusivity, _ name: String) {
    let charged = each { self.charged(by: clause.prices, $0) }
    let first = clause.firstMonth
    let part = each { t in t < first ? 0 : clause.share * charged[t - 1] }
    lines["\(name): bought elsewhere"] = served(part.map { $0 * clause.price })
    lines["\(name): fee"] = each { t in
      guard t == first else { return 0 }
      let before = max(1, first - clause.months)...first - 1
      let mean = sum(before) { charged[$0 - 1] } / Double(before.count)
      return clause.fee * clause.share * max(mean, 0) * Double(horizon - first + 1)
    }
    post(charge: part.map(-), to: "\(name): taken elsewhere")
  }

  /// A discount on what a period has charged.
  private func volumeDiscount(_ clause: VolumeDiscount) -> [Double] {
    each { t in
      guard let (months, part) = settled(clause.reckoning, in: t) else { return 0 }
      let charged = sum(months) { self.charged(by: clause.prices, $0) }
      if charged < 0 { return 0 }
      switch clause.counting {
      case .flat:
        let reached = clause.bands.last { band in
          let from = band.from * part
          return clause.edge == .atLeast ? charged >= from : charged > from
        }
        return -(reached?.share ?? 0) * charged
      case .marginal:
        var discount = 0.0
        for (position, band) in clause.bands.enumerated() {
          let isLast = position == clause.bands.count - 1
          let to = isLast ? .infinity : clause.bands[position + 1].from * part
          let from = band.from * part
          discount += band.share * min(max(charged - from, 0), to - from)
        }
        return -discount
      }
    }
  }

  /// What is paid for shortfalls, and what of it is set off later.
  private func minimumCommitment(
    _ clause: MinimumCommitment
  ) -> (shortfall: [Double], carried: [Double]) {
    var shortfalls = charge.map { _ in 0.0 }
    var carried = shortfalls
    var payments: [Double] = []  // what is left of the payment of each period
    var quantities: [Double] = []
    for t in 1...horizon {
      guard let (months, part) = settled(clause.reckoning, in: t) else { continue }
      let quantity = sum(months) { measured(clause, $0) }
      let minimum = minimum(of: clause, after: quantities, in: months) * part
      let price = clause.price * factor(clause.indexation, t)
      shortfalls[t - 1] = max(minimum - quantity, 0) * price
      var open = max(quantity - minimum, 0) * price
      for period in payments.indices {
        let isExpired = payments.count - period > clause.carryForward ?? 0
        let taken = isExpired ? 0 : min(payments[period], open)
        payments[period] -= taken
        open -= taken
        carried[t - 1] -= taken
      }
      payments.append(shortfalls[t - 1])
      quantities.append(quantity)
    }
    return (shortfalls, carried)
  }

  private func measured(_ clause: MinimumCommitment, _ t: Int) -> Double {
    switch clause.measure {
    case .volume(let line): volume(line, t)
    case .charge(let names): charged(by: names, t)
    }
  }

  /// The minimum of a whole period, by the quantities of the periods before it.
  private func minimum(
    of clause: MinimumCommitment, after quantities: [Double], in months: ClosedRange<Int>
  ) -> Double {
    var minimum = clause.minimum[min(quantities.count, clause.minimum.count - 1)]
    if let stepUp = clause.stepUp {
      let growths = zip(quantities, quantities.dropFirst()).map { max($1 - $0, 0) }
      minimum += stepUp.growthShare * growths.reduce(0, +)
      minimum = min(minimum, stepUp.cap ?? .infinity)
    }
    if let relief = clause.relief {
      let counted = max(months.lowerBound - 1, 1)..<months.upperBound
      let defaults = sum(counted) { levels[relief.level]?.defaults[$0 - 1] == true ? 1 : 0 }
      minimum *= max(1 - relief.share * defaults, 0)
    }
    return minimum
  }

  /// The provider's share of what it saves or overruns.
  private func gainShare(_ clause: GainShare) -> [Double] {
    each { t in
      guard let (months, part) = settled(clause.reckoning, in: t) else { return 0 }
      let saved = sum(months) { month in
        agreed(clause.baseline, clause.serviceLine, month) - volume(clause.serviceLine, month)
      }
      let gain = clause.measured == .cost ? saved : -saved
      let month = t - clause.reckoning.first + 1
      let share = clause.steps.first { month <= $0.through ?? .max }?.share ?? 0
      let cap = clause.cap.map { $0 * part } ?? .infinity
      return min(max(gain, 0) * share, cap) - max(-gain, 0) * clause.painShare
    }
  }
}
