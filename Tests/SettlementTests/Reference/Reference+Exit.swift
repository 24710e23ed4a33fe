import Contracts
import Quantities

/// Rights, their exercise, and what follows.
extension Reference {
  mutating func settleExit() {
    leaving = firstExercise()
    let last = leaving?.lastServed ?? horizon
    let after = disputesAfterExit(last)
    for (line, amounts) in lines {
      lines[line] = each { $0 <= last ? amounts[$0 - 1] : 0 }
    }
    lines.merge(after) { $1 }
    for named in clauses {
      switch named.clause {
      case .terminationFee(let clause):
        lines["\(named.name): fee for leaving"] = terminationFee(clause)
      case .replacement(let clause): settleReplacement(clause, named.name, last)
      case .poorServiceLoss(let clause): settleLoss(clause, named.name, last)
      case .strandedCost(let clause):
        lines[named.name] = each { t in
          clause.span.contains(t) ? clause.amount * factor(clause.indexation, t) : 0
        }
      default: break
      }
    }
  }

  /// The first exercise of a right; of two in one month that of the right declared first.
  private func firstExercise() -> (exercise: Int, lastServed: Int)? {
    let rights = all { if case .chronicFailure(let clause) = $0 { clause } else { nil } }
    for t in 1...horizon {
      for (_, right) in rights where isOpen(right, t) && isUsed(right, t) {
        return (t, t + right.notice)
      }
    }
    return nil
  }

  /// Whether a right has arisen by month t.
  private func isOpen(_ right: ChronicFailure, _ t: Int) -> Bool {
    guard let defaults = levels[right.level]?.defaults else { return false }
    return (1...t).contains { month in
      let window = max(month - right.window + 1, 1)...month
      return window.count { defaults[$0 - 1] } >= right.defaults
    }
  }

  private func isUsed(_ right: ChronicFailure, _ t: Int) -> Bool {
    switch right.exercise {
    case .never, .withProbability: false
    case .always: true
    case .whenCheaper(let first, let interval):
      t >= first && (t - first) % interval == 0 && path.leavingPays[t - 1]
    }
  }

  /// The disputes about served months that are paid after the exit.
  private func disputesAfterExit(_ last: Int) -> [String: [Double]] {
    var paid: [String: [Double]] = [:]
    for (name, clause) in all({ if case .disputedInvoices(let clause) = $0 { clause } else { nil } }
    ) {
      paid["\(name): paid after the exit"] = each { t in
        guard t > last else { return 0 }
        return paidDisputes(clause, t, after: min(t == horizon ? t : t - clause.months, last))
      }
    }
    return paid
  }

  /// The monthly charge of which a fee or a replacement's price is a multiple, in month t.
  private func amount(of base: ChargeBase, _ t: Int) -> Double {
    switch base {
    case .stated(let amount): return amount
    case .baselineCharge: return baselineCharge()
    case .trailingMean(let months):
      let window = max(t - months + 1, 1)...t
      return sum(window) { charge[$0 - 1] } / Double(window.count)
    case .lastInvoice, .contractCharge: return charge[t - 1]
    }
  }

  /// The mean monthly gross charge at baseline volumes, before indexation, all levels met.
  func baselineCharge() -> Double {
    var baseline = path
    for line in event.serviceLines { baseline.volumes[line.id] = line.baseline }
    baseline.attainments = [:]
    let settled = Reference(
      event: event, clauses: clauses, path: baseline, isBeforeIndexation: true)
    return settled.charge.reduce(0, +) / Double(horizon)
  }

  private func terminationFee(_ clause: TerminationFee) -> [Double] {
    each { t in
      guard t == leaving?.exercise else { return 0 }
      return amount(of: clause.base, t) * clause.multiple * factor(clause.indexation, t)
    }
  }

  private mutating func settleReplacement(_ clause: Replacement, _ name: String, _ last: Int) {
    let monthly = { [self] (t: Int) in
      let month = clause.base == .contractCharge ? t : min(t, last)
      return amount(of: clause.base, month) * clause.multiple * factor(clause.indexation, t)
    }
    lines["\(name): replacement"] = each { $0 > last ? monthly($0) : 0 }
    lines["\(name): procurement and dual running"] = each { t in
      t == leaving?.exercise ? monthly(t) * clause.dualRunning + clause.procurement : 0
    }
  }

  /// The loss under the contract, and after the exit that with the attainment of what replaces it.
  private mutating func settleLoss(_ clause: PoorServiceLoss, _ name: String, _ last: Int) {
    let replacement = all { if case .replacement(let clause) = $0 { clause } else { nil } }
      .first?.clause.attainment[clause.metric]
    let actual = { [path] (t: Int) in path.attainments[clause.metric]?[t - 1] ?? .nan }
    guard let replacement else {
      lines[name] = each { loss(clause, $0, actual($0)) }
      return
    }
    lines[name] = each { $0 <= last ? loss(clause, $0, actual($0)) : 0 }
    lines["\(name): after the exit"] = each { $0 > last ? loss(clause, $0, replacement) : 0 }
  }
}
