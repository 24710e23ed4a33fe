import Contracts
import Quantities
import Settlement

/// What is paid beside the charge: taxes, interest, discounts, disputes and the buyer's own loss.
extension Reference {
  mutating func settlePayments() {
    for named in clauses {
      switch named.clause {
      case .tax(let clause): settleTax(clause, named.name)
      case .lateInterest(let clause):
        lines[named.name] = each {
          invoice($0) * clause.shareLate * (clause.daysLate / 30) * clause.rate
        }
      case .promptDiscount(let clause):
        lines[named.name] = each {
          clause.span.contains($0) ? -invoice($0) * clause.share : 0
        }
      case .disputedInvoices(let clause):
        lines["\(named.name): withheld"] = each { -invoice($0) * clause.share }
        lines["\(named.name): paid"] = each { t in
          paidDisputes(clause, t, after: t == horizon ? t : t - clause.months)
        }
      default: break
      }
    }
  }

  /// The month's charge after its credits.
  private func invoice(_ t: Int) -> Double { max(charge[t - 1] - credits[t - 1], 0) }

  private mutating func settleTax(_ clause: Tax, _ name: String) {
    let base = each { t in
      let charged = charged(by: clause.prices, t)
      return clause.credits == .reduce ? charged - credits[t - 1] : charged
    }
    lines[name] = base.map { $0 * clause.rate * (1 - clause.recoverable) }
    if clause.withholding > 0 {
      lines["\(name): withholding"] = base.map {
        $0 * clause.withholding / (1 - clause.withholding)
      }
    }
  }

  /// What is paid in month t of disputes: those that are due, and in the last month all others.
  func paidDisputes(_ clause: DisputedInvoices, _ t: Int, after last: Int) -> Double {
    let due = max(t - clause.months, 1)
    guard last >= due, t - clause.months >= 1 || t == horizon else { return 0 }
    return sum(due...last) { invoice($0) * clause.share * (1 - clause.won) }
  }

  /// What poor service costs the buyer in month t, with the attainment that counts.
  func loss(_ clause: PoorServiceLoss, _ t: Int, _ attainment: Double) -> Double {
    guard let metric = metric(clause.metric), !attainment.isNaN else { return 0 }
    let short = metric.better == .higher ? clause.need - attainment : attainment - clause.need
    let units = clause.serviceLine.map { volume($0, t) } ?? 1
    return max(short, 0) * metric.pointsPerUnit * clause.lossPerPoint * units
  }

  /// How many months after the valuation date an amount of month t is paid.
  func dueMonths(of kind: LedgerLine.Kind, _ t: Int) -> Double {
    var month = Double(t)
    var lag = 0.0
    for named in clauses {
      switch named.clause {
      case .creditTerms(let terms) where kind == .credit:
        switch terms.settled {
        case .sameInvoice: break
        case .nextInvoice: month += 1
        case .quarterly: month = Double((t + 2) / 3 * 3)
        }
      case .paymentTerms(let terms): lag = terms.lag - (terms.billing == .advance ? 1 : 0)
      default: break
      }
    }
    // What the buyer bears itself has no lag.
    return [.own, .replacement, .loss].contains(kind) ? month : month + lag
  }
}
