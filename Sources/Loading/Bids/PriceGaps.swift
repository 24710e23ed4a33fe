import Contracts
import Quantities

/// Notes what a bid leaves without a price, or gives away: it may be meant, or forgotten.
struct PriceGaps {
  let option: String
  let context: EventContext

  func note(_ clauses: [Contract.Named], _ findings: Findings) {
    guard context.term != nil else { return }
    for line in context.serviceLines {
      let spans = clauses.compactMap { $0.clause.charge(for: line.id) }
      for gap in gaps(of: line, priced: spans) {
        findings.note(.nothingAsked(option: option, serviceLine: line.id, months: gap))
      }
    }
    for named in clauses {
      guard let price = named.clause.highestPrice, price <= 0 else { continue }
      findings.note(.nothingPaid(option: option, item: named.name, price: price))
    }
  }

  /// The runs of months in which a volume is expected and nothing is charged for it.
  private func gaps(of line: ServiceLine, priced spans: [MonthSpan]) -> [ClosedRange<Int>] {
    var gaps: [ClosedRange<Int>] = []
    for (index, volume) in line.baseline.enumerated() where volume > 0 {
      let month = index + 1
      if spans.contains(where: { $0.contains(month) }) { continue }
      if let last = gaps.last, last.upperBound == month - 1 {
        gaps[gaps.count - 1] = last.lowerBound...month
      } else {
        gaps.append(month...month)
      }
    }
    return gaps
  }
}

extension Clause {
  /// The months in which the clause charges for the volume of `line`; a fixed fee is for all, and
  /// so is stated staff.
  fileprivate func charge(for line: String) -> MonthSpan? {
    switch self {
    case .fixedFee(let fee): fee.span
    case .unitPrice(let price) where price.serviceLine == line: price.span
    case .tieredPrice(let price) where price.serviceLine == line: price.span
    case .includedVolume(let price) where price.serviceLine == line: price.span
    case .peakPrice(let price) where price.serviceLine == line: price.span
    case .staffCharge(let price) where price.isFor(line): price.span
    case .costPlus(let price) where price.serviceLine == line: price.span
    case .targetCost(let price) where price.serviceLine == line: price.span
    default: nil
    }
  }

  /// The price, of several the highest.
  fileprivate var highestPrice: Double? {
    switch self {
    case .fixedFee(let fee): fee.amount
    case .unitPrice(let price): price.price
    case .tieredPrice(let price): price.tiers.compactMap(\.price).max()
    case .oneOffFee(let fee): fee.amount
    case .staffCharge(let charge): charge.rate
    default: nil
    }
  }
}

extension StaffCharge {
  fileprivate func isFor(_ line: String) -> Bool {
    switch headcount {
    case .stated: true
    case .volume(let own): own == line
    }
  }
}
