import Contracts

/// What settlement knows of a kind of clause.
protocol Settling {
  /// When in a month the clause is settled.
  static var stage: Stage { get }

  /// Takes what the clause reads, remembers and posts to.
  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError)

  /// Settles the desk's month at the seat that was taken: the clause's formula.
  func settle(at desk: Desk)
}

/// The order of calculation of a month.
enum Stage: Int {
  case terms
  case factors
  case escalators
  case exchange
  case delay
  case prices
  case currency
  case bands
  case exclusivity
  case discounts
  case minimums
  case shares
  // The month's gross charge stands from here on.
  case relief
  case levels
  case repeats
  case credits
  case simultaneity
  case creditCap
  case longCap
  case earnBack
  case taxes
  case interest
  case rights
  case fees
  case replacement
  case losses
  case ratchets
}

extension Clause {
  /// The clause as settlement knows it.
  var settling: any Settling {
    switch self {
    case .indexation(let clause): clause
    case .escalator(let clause): clause
    case .exchangeRate(let clause): clause
    case .currencyShare(let clause): clause
    case .fixedFee(let clause): clause
    case .unitPrice(let clause): clause
    case .tieredPrice(let clause): clause
    case .includedVolume(let clause): clause
    case .staffCharge(let clause): clause
    case .peakPrice(let clause): clause
    case .costPlus(let clause): clause
    case .targetCost(let clause): clause
    case .minimumFee(let clause): clause
    case .hiddenCost(let clause): clause
    case .levellingAdjustment(let clause): clause
    case .oneOffFee(let clause): clause
    case .paymentTerms(let clause): clause
    case .gainShare(let clause): clause
    case .tax(let clause): clause
    case .lateInterest(let clause): clause
    case .promptDiscount(let clause): clause
    case .disputedInvoices(let clause): clause
    case .volumeBand(let clause): clause
    case .exclusivity(let clause): clause
    case .volumeDiscount(let clause): clause
    case .minimumCommitment(let clause): clause
    case .forecastRelief(let clause): clause
    case .serviceLevel(let clause): clause
    case .repeatMultiplier(let clause): clause
    case .atRiskCredit(let clause): clause
    case .fixedCredit(let clause): clause
    case .tierCredit(let clause): clause
    case .linearCredit(let clause): clause
    case .pointsCredit(let clause): clause
    case .unitCredit(let clause): clause
    case .simultaneity(let clause): clause
    case .creditCap(let clause): clause
    case .longCreditCap(let clause): clause
    case .earnBack(let clause): clause
    case .bonus(let clause): clause
    case .ratchet(let clause): clause
    case .creditTerms(let clause): clause
    case .poorServiceLoss(let clause): clause
    case .transitionDelay(let clause): clause
    case .chronicFailure(let clause): clause
    case .terminationFee(let clause): clause
    case .replacement(let clause): clause
    case .strandedCost(let clause): clause
    }
  }

  /// When in a month the clause is settled.
  var stage: Int { type(of: settling).stage.rawValue }
}
