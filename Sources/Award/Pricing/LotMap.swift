import Contracts

/// Which parts of an event the clauses of one contract belong to.
struct LotMap: Sendable {
  /// The lots, one that is everything where an event names none.
  let lots: [Lot]
  private let lotOfLine: [String: Int]
  private let lotOfMetric: [String: Int]
  private let lotOfItem: [String: Int]

  init(_ event: Event, _ plan: AwardPlan) {
    let everything = Lot(
      id: "all", name: "Everything", serviceLines: event.serviceLines.map(\.id),
      metrics: event.metrics.map(\.id))
    let lots = plan.lots.isEmpty ? [everything] : plan.lots
    self.lots = lots
    func places(_ names: (Lot) -> [String]) -> [String: Int] {
      var places: [String: Int] = [:]
      for (place, lot) in lots.enumerated() {
        for name in names(lot) { places[name] = place }
      }
      return places
    }
    lotOfLine = places(\.serviceLines)
    lotOfMetric = places(\.metrics)
    lotOfItem = places(\.prices)
  }

  /// The lot of a service line.
  func lot(ofLine id: String) -> Int? { lotOfLine[id] }

  /// The lot of a metric, or nothing where none names it.
  func lot(ofMetric id: String) -> Int? { lotOfMetric[id] }

  /// The lot that names the item of a price: a line's name is its item, with what tells it from
  /// others in brackets behind it.
  func lot(ofPrice name: String) -> Int? {
    if let lot = lotOfItem[name] { return lot }
    return lotOfItem.first { name.hasPrefix($0.key + " (") }?.value
  }
}

/// To which lots a clause belongs, and which it binds together.
struct Belonging: Hashable {
  /// Which lots have to be priced as one because of a clause.
  enum Binding: Hashable {
    /// None: what it comes to is the sum of what it comes to for each.
    case none
    /// Those that it belongs to.
    case own
    /// All.
    case all
  }

  /// The lots that it belongs to, or nothing where it always counts.
  ///
  /// It counts where any of them is given.
  var home: Set<Int>?

  /// Which lots it binds together.
  var binding: Binding
}

/// Says of each clause of one contract to which lots it belongs.
struct Belongings {
  let map: LotMap
  let contract: Contract

  /// Whether what is credited changes the cost by which bids are compared.
  let creditsCount: Bool

  init(_ map: LotMap, _ contract: Contract, _ basis: CostBasis) {
    self.map = map
    self.contract = contract
    creditsCount =
      basis == .afterCredits
      || contract.clauses.contains { named in
        switch named.clause {
        case .lateInterest, .promptDiscount, .disputedInvoices, .tax: true
        default: false
        }
      }
  }

  /// To which lots the clause `named` belongs.
  func belonging(of named: Contract.Named) -> Belonging {
    if map.lots.count == 1 { return Belonging(home: nil, binding: .none) }
    return priceBelonging(named) ?? serviceBelonging(named)
      ?? Belonging(home: nil, binding: .none)
  }

  private func priceBelonging(_ named: Contract.Named) -> Belonging? {
    switch named.clause {
    case .unitPrice(let price): ofLine(price.serviceLine)
    case .tieredPrice(let price): ofLine(price.serviceLine)
    case .includedVolume(let price): ofLine(price.serviceLine)
    case .peakPrice(let price): ofLine(price.serviceLine)
    case .costPlus(let price): ofLine(price.serviceLine)
    case .targetCost(let price): ofLine(price.serviceLine)
    case .gainShare(let share): ofLine(share.serviceLine)
    case .volumeBand(let band): ofLine(band.serviceLine)
    case .forecastRelief(let relief): ofLine(relief.serviceLine)
    case .staffCharge(let charge):
      if case .volume(let line) = charge.headcount { ofLine(line) } else { ofPrice(named.name) }
    case .fixedFee, .oneOffFee, .hiddenCost: ofPrice(named.name)
    case .minimumFee(let fee): ofPrices(fee.prices)
    case .exclusivity(let bundle): ofPrices(bundle.prices)
    case .volumeDiscount(let discount): ofPrices(discount.prices)
    case .minimumCommitment(let minimum):
      switch minimum.measure {
      case .volume(let line): ofLine(line)
      case .charge(let prices): ofPrices(prices)
      }
    case .levellingAdjustment(let adjustment): ofAdjusted(adjustment.line)
    default: nil
    }
  }

  private func serviceBelonging(_ named: Contract.Named) -> Belonging? {
    let credits: Belonging.Binding = creditsCount ? .all : .none
    switch named.clause {
    case .serviceLevel(let level): return ofMetric(level.metric, .none)
    case .ratchet(let ratchet): return ofLevel(ratchet.level, .none)
    case .bonus(let bonus): return ofMetric(bonus.metric, .own)
    case .poorServiceLoss(let loss):
      return loss.serviceLine.map(ofLine) ?? ofMetric(loss.metric, .own)
    case .fixedCredit(let credit): return ofLevel(credit.level, credits)
    case .tierCredit(let credit): return ofLevel(credit.level, credits)
    case .linearCredit(let credit): return ofLevel(credit.level, credits)
    case .unitCredit(let credit): return ofLevel(credit.level, credits)
    case .atRiskCredit, .pointsCredit, .repeatMultiplier, .simultaneity, .creditCap,
      .longCreditCap, .earnBack, .creditTerms:
      return Belonging(home: nil, binding: credits)
    case .chronicFailure(let right):
      return ofLevel(right.level, right.exercise == .never ? .none : .all)
    default: return nil
    }
  }

  private func ofLine(_ id: String) -> Belonging {
    Belonging(home: map.lot(ofLine: id).map { [$0] }, binding: .own)
  }

  private func ofPrice(_ name: String) -> Belonging {
    Belonging(home: map.lot(ofPrice: name).map { [$0] }, binding: .own)
  }

  private func ofMetric(_ id: String, _ binding: Belonging.Binding) -> Belonging {
    Belonging(home: map.lot(ofMetric: id).map { [$0] }, binding: binding)
  }

  private func ofLevel(_ name: String, _ binding: Belonging.Binding) -> Belonging {
    for named in contract.clauses where named.name == name {
      if case .serviceLevel(let level) = named.clause { return ofMetric(level.metric, binding) }
    }
    return Belonging(home: nil, binding: binding)
  }

  /// The lots of all lines of the prices `names`; all lots where any of them is for all.
  private func ofPrices(_ names: [String]?) -> Belonging {
    guard let names else { return Belonging(home: nil, binding: .own) }
    var home: Set<Int> = []
    for named in contract.clauses where names.contains(named.name) {
      guard named.clause.isPrice, let lots = priceBelonging(named) else { continue }
      guard let own = lots.home else { return Belonging(home: nil, binding: .own) }
      home.formUnion(own)
    }
    return Belonging(home: home, binding: .own)
  }

  /// What is adjusted is a service line, a price line or all.
  private func ofAdjusted(_ line: String) -> Belonging {
    if map.lot(ofLine: line) != nil { return ofLine(line) }
    if map.lot(ofPrice: line) != nil { return ofPrice(line) }
    let names = contract.clauses.map(\.name).filter { $0 == line || $0.hasPrefix(line + " (") }
    return ofPrices(names.isEmpty ? nil : names)
  }
}

extension Clause {
  /// Whether the clause is a price that terms can name.
  var isPrice: Bool {
    switch self {
    case .fixedFee, .unitPrice, .tieredPrice, .includedVolume, .staffCharge, .peakPrice, .costPlus,
      .targetCost, .oneOffFee:
      true
    default: false
    }
  }
}
