import Contracts
import Quantities
import Simulation

extension TermReview {
  /// Service levels and credits.
  mutating func service() {
    levels()
    for named in contract.clauses {
      switch named.clause {
      case .atRiskCredit(let credit): atRisk(credit)
      case .longCreditCap(let cap): longCap(cap)
      case .repeatMultiplier(let times):
        compare(.repeatMultiplier, times.multiplier, at: "credits/repeat/multiplier")
      case .earnBack(let earnBack): self.earnBack(earnBack)
      default: break
      }
    }
    if !contract.creditedLevels.isEmpty { cap() }
  }

  private mutating func levels() {
    let credited = contract.creditedLevels
    guard !credited.isEmpty else {
      miss(.credits, .provider, at: "credits")
      return
    }
    for (name, level) in contract.serviceLevels where level.rank == .critical {
      guard credited.contains(name) else {
        miss(.credits, .provider, at: "service_levels/\(name)")
        continue
      }
      // A level that counts from before go-live on has no months of grace.
      let free = max(level.firstMonth - event.goLive, 0)
      compare(.ramp, Double(free), at: "service_levels/\(name)/from")
    }
  }

  private mutating func atRisk(_ credit: AtRiskCredit) {
    guard !credit.allocations.isEmpty else { return }
    compare(.atRisk, credit.atRisk, at: "credits/at_risk")
    let allotted = credit.allocations.reduce(0) { $0 + $1.pool * $1.share }
    compare(.pools, allotted, at: "credits/pools")
  }

  private mutating func cap() {
    let atRisk = contract.clauses.compactMap { named in
      if case .atRiskCredit(let credit) = named.clause { credit.atRisk } else { nil }
    }.first { $0 > 0 }
    let key: UsualTerm.Key = atRisk == nil ? .chargeCap : .atRiskCap
    let caps = contract.clauses.compactMap { named in
      if case .creditCap(let cap) = named.clause { cap.limit } else { nil }
    }
    guard let cap = caps.first else {
      miss(key, .buyer, at: "credits/cap")
      return
    }
    let share =
      switch cap {
      case .share(let share): share
      case .amount(let amount): amount / baseCase.monthlyCharge
      }
    compare(key, share / (atRisk ?? 1), at: "credits/cap")
  }

  private mutating func longCap(_ cap: LongCreditCap) {
    let isRolling = if case .rolling = cap.window { true } else { false }
    let path = isRolling ? "credits/rolling_cap" : "credits/annual_cap"
    switch cap.limit {
    case .charges(let share): compare(.longCap, share, at: path)
    case .previousYear(let months, _): compare(.longCap, months / 12, at: path)
    case .amount(let amount):
      let months = if case .rolling(let months) = cap.window { months } else { 12 }
      compare(.longCap, amount / (baseCase.monthlyCharge * Double(months)), at: path)
    }
  }

  private mutating func earnBack(_ earnBack: EarnBack) {
    guard case .clean(let periods, let period, _) = earnBack.condition else { return }
    compare(.earnBack, Double(periods * period.months), at: "credits/earn_back/clean")
  }
}

extension Contract {
  /// The service levels with their names.
  var serviceLevels: [(name: String, level: ServiceLevel)] {
    clauses.compactMap { named in
      if case .serviceLevel(let level) = named.clause { (named.name, level) } else { nil }
    }
  }

  /// The levels of which a default is credited.
  var creditedLevels: Set<String> {
    Set(
      clauses.flatMap { named -> [String] in
        switch named.clause {
        case .atRiskCredit(let credit): credit.allocations.map(\.level)
        case .fixedCredit(let credit): [credit.level]
        case .tierCredit(let credit): [credit.level]
        case .linearCredit(let credit): [credit.level]
        case .unitCredit(let credit): [credit.level]
        case .pointsCredit(let credit): credit.kpis.map(\.level)
        default: []
        }
      })
  }
}
