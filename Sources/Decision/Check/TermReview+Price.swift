import Contracts
import Quantities
import Simulation

extension TermReview {
  /// Indexation, the transition fee, and when is paid.
  mutating func price() {
    let followed = contract.followedIndexations
    var hasPayment = false
    for named in contract.clauses {
      switch named.clause {
      case .indexation(let indexation) where followed.contains(named.name):
        self.indexation(indexation, named.name)
      case .escalator(let escalator) where followed.contains(named.name):
        let rate = escalator.rate * 12 / Double(escalator.interval)
        compare(.escalator, rate, at: "indexation/\(named.name)/rate")
      case .paymentTerms(let terms):
        hasPayment = true
        payment(terms)
      case .lateInterest(let interest):
        compare(.lateInterest, interest.rate, at: "late_interest/rate")
      default: break
      }
    }
    if !hasPayment { miss(.payment, .provider, at: "payment") }
    transition()
  }

  private mutating func indexation(_ indexation: Indexation, _ name: String) {
    let path = "indexation/\(name)"
    let adjustments = 12 / Double(indexation.interval)
    if let cap = indexation.largestMove {
      compare(.indexCap, cap * adjustments, at: "\(path)/cap")
    } else {
      miss(.indexCap, .provider, at: "\(path)/cap")
    }
    if let floor = indexation.floor {
      compare(.indexFloor, floor * adjustments, at: "\(path)/floor")
    }
    compare(.firstAdjustment, Double(indexation.firstMonth - 1), at: "\(path)/first")
  }

  private mutating func payment(_ terms: PaymentTerms) {
    compare(.payment, terms.lag, at: "payment/lag")
    if terms.billing == .advance { differ(.billing, "in advance", at: "payment/billing") }
  }

  private mutating func transition() {
    let fees = contract.clauses.reduce(0.0) { sum, named in
      if case .oneOffFee(let fee) = named.clause, fee.purpose == .transition {
        sum + fee.amount
      } else {
        sum
      }
    }
    guard baseCase.charge > 0 else { return }
    compare(.transition, fees / (12 * baseCase.monthlyCharge), at: "prices")
  }
}

extension Indexation {
  /// The largest move of one adjustment: the cap, or a fixed rate among the moves of which the least
  /// is followed; nothing where the move has no limit.
  fileprivate var largestMove: Double? {
    var limits = [cap].compactMap(\.self)
    if case .lesser(let moves) = followed {
      for case .rate(let rate) in moves { limits.append(rate) }
    }
    return limits.min()
  }
}

extension Contract {
  /// The names of the indexations and escalators that some price or fee follows, also by way of an
  /// escalator.
  var followedIndexations: Set<String> { Set(clauses.compactMap(\.clause.followedIndexation)) }
}

extension Clause {
  /// The indexation or escalator that the clause follows.
  fileprivate var followedIndexation: String? {
    switch self {
    case .escalator(let clause): clause.indexation
    case .exchangeRate(let clause): clause.indexation
    case .strandedCost(let clause): clause.indexation
    case .fixedFee(let clause): clause.indexation
    case .unitPrice(let clause): clause.indexation
    case .tieredPrice(let clause): clause.indexation
    case .includedVolume(let clause): clause.indexation
    case .staffCharge(let clause): clause.indexation
    case .peakPrice(let clause): clause.indexation
    case .costPlus(let clause): clause.indexation
    case .minimumFee(let clause): clause.indexation
    case .hiddenCost(let clause): clause.indexation
    case .oneOffFee(let clause): clause.indexation
    case .volumeBand(let clause): clause.indexation
    case .minimumCommitment(let clause): clause.indexation
    case .terminationFee(let clause): clause.indexation
    case .replacement(let clause): clause.indexation
    default: nil
    }
  }
}
