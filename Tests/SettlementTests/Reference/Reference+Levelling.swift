import Contracts
import Quantities

/// What the buyer adds to a bid or takes from it.
extension Reference {
  mutating func settleAdjustments() {
    for named in clauses {
      guard case .levellingAdjustment(let clause) = named.clause else { continue }
      lines[named.name] = served(adjustment(clause))
    }
  }

  private func adjustment(_ clause: LevellingAdjustment) -> [Double] {
    let months = (1...horizon).filter { clause.span.contains($0) }
    return each { t in
      guard months.contains(t) else { return 0 }
      switch clause.estimate {
      // In a given future nothing is drawn: the mode stands.
      case .amount(let amount, _): return amount / Double(months.count)
      case .rates(let rates):
        guard rates.byMonth.count >= t, let rate = rates.byMonth[t - 1] else { return 0 }
        return rate * volume(rates.serviceLine, t) * factor(rates.indexation, t)
      }
    }
  }
}
