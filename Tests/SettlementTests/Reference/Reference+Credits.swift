import Contracts
import Quantities

/// Service credits, each line by itself.
extension Reference {
  /// The multiplier of the contract for levels that default month after month.
  private var repeats: RepeatMultiplier? {
    all { if case .repeatMultiplier(let clause) = $0 { clause } else { nil } }.first?.clause
  }

  mutating func settleCredits() {
    for named in clauses {
      switch named.clause {
      case .atRiskCredit(let clause):
        for allocation in clause.allocations {
          let share = clause.atRisk * allocation.pool * allocation.share
          post(
            credit: shareOfCharge(share, allocation.level, of: clause.prices),
            to: "\(named.name): \(allocation.level)")
        }
      case .fixedCredit(let clause):
        post(
          credit: shareOfCharge(clause.share, clause.level), to: "\(named.name): \(clause.level)")
      case .tierCredit(let clause):
        post(credit: tierCredit(clause), to: "\(named.name): \(clause.level)")
      case .linearCredit(let clause):
        post(credit: linearCredit(clause), to: "\(named.name): \(clause.level)")
      case .pointsCredit(let clause): post(credit: pointsCredit(clause), to: named.name)
      case .unitCredit(let clause):
        post(credit: unitCredit(clause), to: "\(named.name): \(clause.level)")
      default: break
      }
    }
  }

  /// Posts credits, given as amounts that are not negative.
  private mutating func post(credit amounts: [Double], to line: String) {
    lines[line] = amounts.map(-)
    credits = zip(credits, amounts).map(+)
    highestCredit = zip(highestCredit, amounts).map(max)
  }

  /// A fixed share of the month's gross charge, or of what some prices charge, for each default.
  private func shareOfCharge(
    _ share: Double, _ level: String, of prices: [String]? = nil
  ) -> [Double] {
    each { t in max(charged(by: prices, t), 0) * share * weight(of: level, t, repeats) }
  }

  /// The credits of months by shares of a base, in the month in which they are given.
  private func given(_ base: CreditBase, _ share: (Int) -> Double) -> [Double] {
    each { t in
      switch base.amount {
      case .thisMonth: max(charged(by: base.prices, t), 0) * share(t)
      case .nextMonth: t == 1 ? 0 : max(charged(by: base.prices, t), 0) * share(t - 1)
      case .stated(let amount): amount * share(t)
      }
    }
  }

  private func isHigherBetter(_ level: String) -> Bool {
    levels[level].flatMap { metric($0.clause.metric) }?.better == .higher
  }

  private func points(_ level: String, from: Double, _ t: Int) -> Double {
    guard let judged = levels[level] else { return .nan }
    let attainment = judged.attainment[t - 1]
    let short = isHigherBetter(level) ? from - attainment : attainment - from
    return max(short, 0) * (metric(judged.clause.metric)?.pointsPerUnit ?? .nan)
  }

  /// What stands in a table for the attainment by which a level is judged in month t.
  private func value(in table: AttainmentTable, for level: String, _ t: Int) -> Double {
    guard let attainment = levels[level]?.attainment[t - 1], !attainment.isNaN else {
      return table.rows.last?.value ?? .nan
    }
    // Turned round where lower attainment is better, so that thresholds fall.
    let sign = isHigherBetter(level) ? 1.0 : -1.0
    let rows = table.rows.map { (threshold: sign * $0.threshold, value: $0.value) }
    let x = sign * attainment
    if table.reading == .upperRow {
      return rows.last { table.boundary == .inclusive ? x <= $0.threshold : x < $0.threshold }?
        .value ?? 0
    }
    guard let first = rows.first, x <= first.threshold else { return 0 }
    guard let reached = rows.firstIndex(where: { x >= $0.threshold }) else {
      return rows.last?.value ?? .nan
    }
    if table.reading == .lowerRow || x == rows[reached].threshold { return rows[reached].value }
    let (upper, lower) = (rows[reached - 1], rows[reached])
    let way = (upper.threshold - x) / (upper.threshold - lower.threshold)
    return upper.value + way * (lower.value - upper.value)
  }

  /// The share of the charge that stands in a table.
  private func tierCredit(_ clause: TierCredit) -> [Double] {
    given(clause.base) { t in
      let weight = weight(of: clause.level, t, repeats)
      if weight == 0 { return 0 }
      var part = 1.0
      if let users = clause.users {
        part = min(volume(users.affected, t) / max(volume(users.total, t), 1), 1)
      }
      return value(in: clause.table, for: clause.level, t) * part * weight
    }
  }

  /// A share of the charge for each point.
  private func linearCredit(_ clause: LinearCredit) -> [Double] {
    given(clause.base) { t in
      let weight = weight(of: clause.level, t, repeats)
      if weight == 0 { return 0 }
      var points = points(clause.level, from: clause.from, t)
      if points.isNaN { return clause.cap * weight }
      let noise = 1e-6
      switch clause.partSteps {
      case .proRata: break
      case .floor: points = (points / clause.step + noise).rounded(.down) * clause.step
      case .ceiling: points = (points / clause.step - noise).rounded(.up) * clause.step
      }
      return min(points * clause.perPoint, clause.cap) * weight
    }
  }

  /// A share of the charge by the points of several levels.
  private func pointsCredit(_ clause: PointsCredit) -> [Double] {
    given(clause.base) { t in
      let points = clause.kpis.reduce(0) { points, kpi in
        let weight = weight(of: kpi.level, t, clause.repeats)
        return weight == 0 ? points : points + value(in: kpi.table, for: kpi.level, t) * weight
      }
      switch clause.rate {
      case .perPoint(let share): return points * share
      case .table(let table): return table.rows.last { points >= $0.threshold }?.value ?? 0
      }
    }
  }

  /// An amount for each default, or for each point.
  private func unitCredit(_ clause: UnitCredit) -> [Double] {
    each { t in
      let weight = weight(of: clause.level, t, repeats)
      if weight == 0 { return 0 }
      var amount = clause.amount
      if let from = clause.pointsFrom {
        let points = points(clause.level, from: from, t)
        amount *= points.isNaN ? 0 : points
      }
      return clause.volumes.reduce(amount) { $0 * volume($1, t) } * weight
    }
  }
}
