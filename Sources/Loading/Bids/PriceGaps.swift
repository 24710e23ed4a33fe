import Contracts

/// Notes what a bid leaves without a price, or gives away: it may be meant, or forgotten.
struct PriceGaps {
  let option: String
  let context: EventContext

  func note(_ clauses: [Contract.Named], _ findings: Findings) {
    guard context.term != nil else { return }
    let contract = Contract(id: option, clauses: clauses)
    for line in context.serviceLines {
      for gap in contract.unpricedMonths(of: line).runs {
        findings.note(.nothingAsked(option: option, serviceLine: line.id, months: gap))
      }
    }
    for named in clauses {
      guard let price = named.clause.highestPrice, price <= 0 else { continue }
      findings.note(.nothingPaid(option: option, item: named.name, price: price))
    }
  }
}

extension Clause {
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
