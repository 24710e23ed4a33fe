import Contracts
import Quantities

/// What rules and caps leave of the month's credits, and what is earned back or paid beside.
extension Reference {
  mutating func settleLimits() {
    for named in clauses {
      if case .simultaneity(let clause) = named.clause {
        take(each { simultaneity(clause, $0) }, "\(named.name): by the simultaneity rule")
      }
    }
    for named in clauses {
      if case .creditCap(let clause) = named.clause {
        take(each { creditCap(clause, $0) }, "\(named.name): lost to the cap")
      }
    }
    for named in clauses {
      if case .longCreditCap(let clause) = named.clause {
        take(longCreditCap(clause), "\(named.name): lost to the cap")
      }
    }
    for named in clauses {
      if case .earnBack(let clause) = named.clause {
        take(earnBack(clause), "\(named.name): earned back")
      }
    }
    for named in clauses {
      if case .bonus(let clause) = named.clause { lines[named.name] = served(bonus(clause)) }
    }
  }

  /// Posts amounts against the credits.
  private mutating func take(_ amounts: [Double], _ line: String) {
    lines[line] = amounts
    credits = zip(credits, amounts).map(-)
  }

  private func charged(_ t: Int) -> Double { max(charge[t - 1], 0) }

  /// What credits of one month come to together.
  private func simultaneity(_ clause: Simultaneity, _ t: Int) -> Double {
    let credits = credits[t - 1]
    switch clause.rule {
    case .highest: return credits - highestCredit[t - 1]
    case .flat(let share): return credits > 0 ? credits - share * charged(t) : 0
    }
  }

  /// What exceeds the cap of the month.
  private func creditCap(_ clause: CreditCap, _ t: Int) -> Double {
    switch clause.limit {
    case .share(let share): max(credits[t - 1] - share * charged(t), 0)
    case .amount(let amount): max(credits[t - 1] - amount, 0)
    }
  }

  /// The year of a cap in which month t lies: its first month, and that of the year before, if any.
  private func year(of window: LongCreditCap.Window, _ t: Int) -> (first: Int, before: Int?) {
    guard case .calendarYear = window else {
      let first = (t - 1) / 12 * 12 + 1
      return (first, first > 1 ? first - 12 : nil)
    }
    let january = t - (event.firstMonth + (t - 1)).monthOfYear + 1
    return (max(january, 1), january > 1 ? max(january - 12, 1) : nil)
  }

  /// What exceeds the cap of a year, or of any months in a row.
  private func longCreditCap(_ clause: LongCreditCap) -> [Double] {
    var credited: [Double] = []
    return each { t in
      var window = year(of: clause.window, t).first...t
      var opening = (charges: 0.0, credits: 0.0)
      if case .rolling(let months) = clause.window {
        window = max(t - months + 1, 1)...t
        let before = Double(max(months - t, 0)) / Double(months - 1)
        opening.charges = before * (clause.opening?.charges ?? 0)
        opening.credits = before * (clause.opening?.credits ?? 0)
      }
      let limit: Double
      switch clause.limit {
      case .amount(let amount): limit = amount
      case .charges(let share):
        limit = share * (sum(window) { charged($0) } + opening.charges)
      case .previousYear(let months, let firstYear):
        let (first, before) = year(of: clause.window, t)
        if let before {
          limit = months * sum(before..<first) { charged($0) } / Double(first - before)
        } else {
          limit = firstYear ?? .infinity
        }
      }
      let used = sum(window.dropLast()) { credited[$0 - 1] } + opening.credits
      let lost = max(credits[t - 1] - max(limit - used, 0), 0)
      credited.append(credits[t - 1] - lost)
      return lost
    }
  }

  /// What the provider gets back.
  private func earnBack(_ clause: EarnBack) -> [Double] {
    var outstanding = 0.0
    var clean = 0
    return each { t in
      switch clause.condition {
      case .clean(let periods, let period, let names):
        guard t % period.months == 0 else { return 0 }
        let months = t - period.months + 1...t
        let watched = levels.filter { name, level in
          names?.contains(name) ?? (level.clause.rank == .critical)
        }
        if watched.values.contains(where: { level in months.contains { level.defaults[$0 - 1] } }) {
          clean = 0
          outstanding = sum(months) { credits[$0 - 1] }
          return 0
        }
        clean += 1
        if clean != periods { return 0 }
        defer { outstanding = 0 }
        return clause.share * outstanding
      case .above(let name, let attainment):
        outstanding += credits[t - 1]
        guard let level = levels[name], let metric = metric(level.clause.metric) else {
          return .nan
        }
        let value = level.attainment[t - 1]
        let isAbove = metric.better == .higher ? value >= attainment : value <= attainment
        let earned = isAbove ? clause.share * outstanding : 0
        outstanding -= earned
        return earned
      }
    }
  }

  /// A bonus above an agreed level, or a deduction below it.
  private func bonus(_ clause: Bonus) -> [Double] {
    each { t in
      let length = clause.period.months
      guard t % length == 0 else { return 0 }
      let values = (t - length + 1...t).map { measured(clause.metric, $0) }.filter { !$0.isNaN }
      if values.isEmpty { return 0 }
      let mean = values.reduce(0, +) / Double(values.count)
      let way = { (end: Double) in
        min(max((mean - clause.neutral) / (end - clause.neutral), 0), 1)
      }
      return clause.bonus * way(clause.best)
        - (clause.worst.map { clause.deduction * way($0) } ?? 0)
    }
  }
}
