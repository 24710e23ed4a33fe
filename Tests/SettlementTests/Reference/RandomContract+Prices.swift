import Contracts
import Quantities

/// Factors and prices.
extension RandomContract {
  mutating func addFactors() {
    if !event.indices.isEmpty {
      some("cola", most: 3) { this, name in
        this.add(name, .indexation(this.randomIndexation()))
        this.indexations.append(name)
      }
    }
    let colas = indexations
    some("rise", most: 2) { this, name in
      this.add(
        name,
        .escalator(
          Escalator(
            rate: this.dice.pick([0.03, -0.04, 0]), firstMonth: this.dice.whole(2...14),
            interval: this.dice.whole(1...13),
            on: colas.isEmpty ? nil : this.dice.pick(colas, 0.5))))
      this.indexations.append(name)
    }
    let factors = indexations
    some("exchange", most: event.indices.isEmpty ? 0 : 2) { this, name in
      this.add(
        name,
        .exchangeRate(
          ExchangeRate(
            index: this.dice.pick(this.event.indices),
            quote: this.dice.pick(ExchangeRate.Quote.allCases),
            on: factors.isEmpty ? nil : this.dice.pick(factors, 0.5))))
      this.indexations.append(name)
    }
  }

  private mutating func randomIndexation() -> Indexation {
    let index = dice.pick(event.indices)
    let followed: Indexation.Followed =
      switch dice.whole(0...3) {
      case 0:
        .blend(event.indices.map { Indexation.Part($0, weight: dice.pick([0.3, 0.5, 1])) })
      case 1:
        .lesser(
          event.indices.map { .index($0) }
            + (dice.chance(0.5) ? [.rate(dice.pick([0, 0.05]))] : []))
      default: .index(index)
      }
    let basis = dice.pick(Indexation.Basis.allCases)
    let floor = dice.pick([-0.05, 0, 0.01], 0.4)
    return Indexation(
      following: followed, plus: dice.pick([0, 0, 0.01]), lag: dice.pick([0, 0, 1, 4, 14]),
      over: basis == .asDrafted ? nil : dice.pick([1, 3, 12], 0.3),
      share: dice.pick([1, 0.7, 0]), cap: dice.pick([0.01, 0.04, 0.1], 0.4), floor: floor,
      basis: basis, limited: dice.pick(Indexation.Limited.allCases),
      firstMonth: dice.whole(2...14), interval: dice.whole(1...13))
  }

  mutating func addPrices() {
    some("fee", most: 2) { this, name in
      this.addPrice(
        name,
        .fixedFee(
          FixedFee(
            amount: this.dice.pick([-50, 100, 500, 1_000, 0]), span: this.span(),
            indexation: this.indexation())))
    }
    for line in lines where dice.chance(0.5) {
      let price = dice.pick([0, 0.305, 1.25, 2])
      addPrice(
        "price_\(line)",
        .unitPrice(
          UnitPrice(serviceLine: line, price: price, span: span(), indexation: indexation())))
    }
    some("tiers", most: 2) { $0.addPrice($1, .tieredPrice($0.randomTiers())) }
    some("bundle") { this, name in
      this.addPrice(
        name,
        .includedVolume(
          IncludedVolume(
            serviceLine: this.dice.pick(this.lines), amount: this.dice.pick([0, 37, 210.5]),
            included: this.dice.pick([0, 96, 100, 900]), price: this.dice.pick([0.31, 2]),
            span: this.span(), indexation: this.indexation())))
    }
    some("staff") { this, name in
      let headcount: StaffCharge.Headcount =
        this.dice.chance(0.5)
        ? .stated([3, 2.5, 4]) : .volume(of: this.dice.pick(this.lines))
      this.addPrice(
        name,
        .staffCharge(
          StaffCharge(
            headcount, rate: 41.3, vacancy: this.dice.pick([0, 0.05, 1]), span: this.span(),
            indexation: this.indexation())))
    }
    some("peak", most: 2) { this, name in
      this.addPrice(
        name,
        .peakPrice(
          PeakPrice(
            serviceLine: this.dice.pick(this.lines), price: 0.7,
            peakRatio: this.dice.pick([0, 1, 1.2]), ratchet: this.dice.pick([1, 2, 3, 12]),
            span: this.span(), indexation: this.indexation())))
    }
    addCosts()
    some("setup", most: 2) { this, name in
      this.add(
        name,
        .oneOffFee(
          OneOffFee(
            amount: this.dice.pick([81.2, 500]), month: this.dice.whole(1...this.horizon + 2),
            purpose: this.dice.pick([.transition, .other]), indexation: this.indexation())))
    }
    some("rate", most: 2) { $0.addCurrencyShare($1) }
    some("stranded", most: 2) { this, name in
      this.add(
        name,
        .strandedCost(
          StrandedCost(amount: 23, span: this.span(), indexation: this.indexation())))
    }
    some("delay") { $0.addDelay($1) }
    some("hidden") { this, name in
      this.add(name, .hiddenCost(HiddenCost(probability: 1, amount: 17, span: this.span())))
    }
  }

  private mutating func addPrice(_ name: String, _ clause: Clause) {
    add(name, clause)
    priceNames.append(name)
  }

  private mutating func randomTiers() -> TieredPrice {
    let edges: [Double] = dice.pick([[], [100], [50, 96], [96, 100, 1_000]])
    let prices = edges.map { _ in dice.pick([2, 1.5, 0.5]) } + [dice.pick([1, 0.4])]
    let tiers = prices.enumerated().map { position, price in
      TieredPrice.Tier(
        from: position == 0 ? 0 : edges[position - 1],
        to: position < edges.count ? edges[position] : .infinity, price: price)
    }
    return TieredPrice(
      serviceLine: dice.pick(lines), tiers: tiers,
      units: dice.pick(TieredPrice.Units.allCases),
      boundary: dice.pick(TieredPrice.Boundary.allCases), span: span(), indexation: indexation())
  }

  private mutating func addCosts() {
    some("cost", most: 2) { this, name in
      let isInCharge = this.dice.chance(0.6)
      let clause = Clause.costPlus(
        CostPlus(
          serviceLine: this.dice.pick(this.lines), markup: this.dice.pick([0, 0.075]),
          fee: this.dice.pick([0, 40]), isInCharge: isInCharge, span: this.span(),
          indexation: this.indexation()))
      if isInCharge { this.addPrice(name, clause) } else { this.add(name, clause) }
    }
    some("target") { this, name in
      this.addPrice(
        name,
        .targetCost(
          TargetCost(
            serviceLine: this.dice.pick(this.lines), targetCost: this.dice.pick([96, 100, 1_010]),
            targetProfit: this.dice.pick([0, 8]), shareOver: this.dice.pick([0, 0.4, 1]),
            shareUnder: this.dice.pick([0, 0.5, 1]), ceiling: this.dice.pick([120, 1_300], 0.5),
            settled: this.dice.pick(Period.allCases), span: this.span())))
    }
  }

  private mutating func addDelay(_ name: String) {
    let months = dice.whole(0...4)
    let outcomes: [TransitionDelay.Outcome] =
      dice.chance(0.7)
      ? [.init(months: months, probability: 1)]
      : [.init(months: 0, probability: 0.6), .init(months: months, probability: 0.4)]
    add(
      name,
      .transitionDelay(
        TransitionDelay(
          outcomes, goLive: dice.whole(1...horizon + 2), todaysCost: [90, 110.5, 70])))
  }

  private mutating func addCurrencyShare(_ name: String) {
    guard !event.indices.isEmpty else { return }
    add(
      name,
      .currencyShare(
        CurrencyShare(
          index: dice.pick(event.indices), baseline: dice.pick([1, 1.35]),
          share: dice.pick([0.6, 1]), deadZone: dice.pick([0, 0.02, 0.1]),
          reading: dice.pick([.excess, .whole]), bound: dice.pick([0.01, 0.05, 0.2], 0.5),
          of: scope(), span: span())))
  }
}
