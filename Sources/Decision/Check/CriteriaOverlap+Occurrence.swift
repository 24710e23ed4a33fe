import Contracts

extension CriteriaOverlap {
  /// Where effects occur, and what they enter.
  struct Occurrence {
    private let event: Event
    private let bids: [Bid]
    private let criteria: [Criterion]
    private let clauses: [Clause]

    init(_ event: Event, _ bids: [Bid], _ criteria: [Criterion]) {
      self.event = event
      self.bids = bids
      self.criteria = criteria
      clauses = bids.flatMap { $0.contract.clauses.map(\.clause) }
    }

    /// Whether `effect` occurs in some bid.
    func holds(_ effect: Effect) -> Bool {
      switch effect {
      case .charges: true
      case .demand: clauses.contains(where: \.followsVolume)
      case .indexation: clauses.contains(where: \.isAdjustment)
      case .credits:
        bids.contains { !$0.contract.creditedLevels.isEmpty }
          || clauses.contains { if case .bonus = $0 { true } else { false } }
      case .loss: !lossMetrics.isEmpty
      case .attainment: !needs.isEmpty && !needs.allSatisfy(lossMetrics.contains)
      case .lateGoLive:
        bids.contains { !$0.delays.isEmpty }
          || clauses.contains { if case .transitionDelay = $0 { true } else { false } }
      case .hiddenCosts: clauses.contains { if case .hiddenCost = $0 { true } else { false } }
      case .levelling:
        bids.contains { !$0.adjustments.isEmpty } || clauses.contains(where: \.isBuyersOwn)
      case .leaving:
        clauses.contains {
          if case .chronicFailure(let right) = $0 { right.exercise != .never } else { false }
        }
      case .spread: criteria.contains { $0.measure == .cost && $0.statistic != .mean }
      case .answers: !event.requirements.isEmpty
      case .judgement: criteria.contains { $0.measure == .scored }
      }
    }

    /// Whether `effect`, where it occurs, enters `criterion`.
    ///
    /// Cost and risk are both of the net present cost on the event's basis; what is the same in every
    /// future is no risk. The buyer's loss and its need are of the same months.
    func enters(_ effect: Effect, _ criterion: Criterion) -> Bool {
      switch criterion.measure {
      case .compliance: effect == .answers
      case .scored: effect == .judgement
      case .service: effect == .loss || effect == .attainment
      case .cost: isOfCost(effect)
      case .risk: isOfCost(effect) && varies(effect)
      }
    }

    private func isOfCost(_ effect: Effect) -> Bool {
      switch effect {
      case .answers, .judgement, .attainment: false
      case .credits: event.costBasis == .afterCredits
      case .charges, .demand, .indexation, .loss, .lateGoLive, .hiddenCosts, .levelling, .leaving,
        .spread:
        true
      }
    }

    private func varies(_ effect: Effect) -> Bool {
      switch effect {
      case .charges: false
      case .levelling:
        bids.contains { bid in bid.adjustments.contains { $0.spread != nil } }
      default: true
      }
    }

    private var lossMetrics: Set<String> {
      Set(
        clauses.compactMap { clause in
          guard case .poorServiceLoss(let loss) = clause, loss.lossPerPoint > 0 else { return nil }
          return loss.metric
        })
    }

    private var needs: [String] { criteria.flatMap { $0.needs.map(\.metric) } }
  }
}

extension Clause {
  /// Whether what the clause comes to follows the volumes.
  fileprivate var followsVolume: Bool {
    switch self {
    case .unitPrice, .tieredPrice, .includedVolume, .peakPrice, .volumeBand, .volumeDiscount,
      .minimumCommitment, .exclusivity, .gainShare, .costPlus, .targetCost:
      true
    case .staffCharge(let staff):
      if case .stated = staff.headcount { false } else { true }
    default: false
    }
  }

  /// Whether the clause changes prices with indices, years or exchange rates.
  fileprivate var isAdjustment: Bool {
    switch self {
    case .indexation, .escalator, .exchangeRate, .currencyShare: true
    default: false
    }
  }

  /// Whether the clause is a line of the buyer's own that makes bids comparable.
  fileprivate var isBuyersOwn: Bool {
    switch self {
    case .levellingAdjustment, .strandedCost: true
    default: false
    }
  }
}
