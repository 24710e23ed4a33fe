import Contracts
import Quantities

/// The factors that prices follow.
extension Reference {
  mutating func settleFactors() {
    for named in clauses {
      if case .indexation(let clause) = named.clause { factors[named.name] = indexation(clause) }
    }
    for named in clauses {
      if case .escalator(let clause) = named.clause { factors[named.name] = escalator(clause) }
    }
    for named in clauses {
      if case .exchangeRate(let clause) = named.clause { factors[named.name] = exchange(clause) }
    }
  }

  /// The level of an index in month t; before month 1 it is at its start level.
  func level(_ index: String, _ t: Int) -> Double {
    if t >= 1 { return path.indices[index]?[t - 1] ?? .nan }
    let position = event.indices.firstIndex(of: index) ?? 0
    return event.startLevels[position]
  }

  /// The factor of an indexation, month after month.
  func indexation(_ clause: Indexation) -> [Double] {
    var cumulative = 1.0
    var factor = 1.0
    return each { t in
      let since = t - clause.firstMonth
      guard since >= 0, since % clause.interval == 0 else { return factor }
      var move = move(of: clause, in: t)
      if clause.limited == .index { move = limited(move, by: clause) }
      let before = factor
      switch clause.basis {
      case .cumulative:
        cumulative *= 1 + move
        factor = 1 + clause.share * (cumulative - 1)
      case .eachStep, .asDrafted:
        factor = before * (1 + clause.share * move)
      }
      if clause.limited == .price {
        factor = before * (1 + limited(factor / before - 1, by: clause))
      }
      return factor
    }
  }

  /// What is followed has moved by, before any limit, at the adjustment of month t.
  private func move(of clause: Indexation, in t: Int) -> Double {
    let to = t - clause.lag
    let isFromStart = clause.basis == .asDrafted || t == clause.firstMonth
    let lastAdjustment = isFromStart ? 1 : t - clause.interval
    let from = clause.over.map { to - $0 } ?? (lastAdjustment - clause.lag)
    let move = { (index: String) in level(index, to) / level(index, from) - 1 }
    switch clause.followed {
    case .index(let index):
      return move(index) + clause.plus
    case .blend(let parts):
      return parts.reduce(0) { $0 + $1.weight * move($1.index) } + clause.plus
    case .lesser(let moves):
      let values = moves.map { one in
        switch one {
        case .index(let index): move(index)
        case .rate(let rate): rate
        }
      }
      return (values.min() ?? .nan) + clause.plus
    }
  }

  private func limited(_ move: Double, by clause: Indexation) -> Double {
    max(min(move, clause.cap ?? .infinity), clause.floor ?? -.infinity)
  }

  /// The factor of an exchange rate, month after month.
  func exchange(_ clause: ExchangeRate) -> [Double] {
    each { t in
      let (now, start) = (level(clause.index, t), level(clause.index, 0))
      return (clause.quote == .direct ? now / start : start / now) * factor(clause.indexation, t)
    }
  }

  /// The factor of an escalator, month after month.
  func escalator(_ clause: Escalator) -> [Double] {
    var steps = 1.0
    return each { t in
      let since = t - clause.firstMonth
      if since >= 0, since % clause.interval == 0 { steps *= 1 + clause.rate }
      return steps * factor(clause.indexation, t)
    }
  }
}
