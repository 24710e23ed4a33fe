import Contracts
import Quantities

/// What limits credits, and what follows from defaults.
extension RandomContract {
  mutating func addLimits() {
    some("together") { this, name in
      let hasLines = this.clauses.contains(where: \.clause.readsALine)
      this.add(
        name,
        .simultaneity(Simultaneity(hasLines ? .highest : this.dice.pick([.highest, .flat(0.05)]))))
    }
    some("cap") { this, name in
      this.add(
        name,
        .creditCap(
          this.dice.chance(0.7)
            ? CreditCap(share: this.dice.pick([0, 0.05, 0.1])) : CreditCap(amount: 20)))
    }
    some("annual") { $0.add($1, .longCreditCap($0.randomAnnualCap())) }
    some("rolling") { $0.add($1, .longCreditCap($0.randomRollingCap())) }
    some("earned") { this, name in
      let months = this.critical.filter { this.levels[$0]?.measurement != .quarter }
      guard let level = months.first ?? this.critical.first else { return }
      let levels = this.dice.chance(0.5) ? nil : this.dice.some(of: this.critical)
      let condition: EarnBack.Condition =
        months.isEmpty || this.dice.chance(0.6)
        ? .clean(
          periods: this.dice.whole(1...2), of: this.dice.pick(Period.allCases), levels: levels)
        : .above(level: level, attainment: this.attainment(of: level))
      this.add(name, .earnBack(EarnBack(condition, share: this.dice.pick([0.5, 1]))))
    }
    some("bonus", most: 2) { this, name in
      let metric = this.dice.pick(this.event.metrics)
      let sign = metric.better == .higher ? 1.0 : -1.0
      let neutral = Self.attainment(of: metric, &this.dice)
      this.add(
        name,
        .bonus(
          Bonus(
            metric: metric.id, neutral: neutral, best: neutral * (1 + sign * 0.05), bonus: 100,
            worst: this.dice.chance(0.5) ? neutral * (1 - sign * 0.05) : nil, deduction: 75,
            period: this.dice.pick(Period.allCases))))
    }
    some("credits") { this, name in
      this.add(
        name, .creditTerms(CreditTerms(settled: this.dice.pick(CreditTerms.Settled.allCases))))
    }
  }

  private mutating func randomAnnualCap() -> LongCreditCap {
    let limit: LongCreditCap.Limit = dice.pick([
      .amount(60), .charges(share: 0.04), .previousYear(months: 1, firstYear: nil),
      .previousYear(months: 0.1, firstYear: 30),
    ])
    return LongCreditCap(limit, window: dice.pick([.year, .calendarYear]))
  }

  private mutating func randomRollingCap() -> LongCreditCap {
    LongCreditCap(
      dice.pick([.amount(60), .charges(share: 0.04)]),
      window: .rolling(months: dice.pick([2, 3, 6, 12])),
      opening: dice.chance(0.5) ? .init(charges: 5_000, credits: 30) : nil)
  }

  mutating func addExit() {
    let bases: [ChargeBase] = [
      .stated(90), .trailingMean(months: dice.whole(1...6)), .lastInvoice, .baselineCharge,
    ]
    if !levels.isEmpty {
      some("right", most: 2) { this, name in
        let window = this.dice.whole(1...6)
        this.add(
          name,
          .chronicFailure(
            ChronicFailure(
              level: this.dice.pick(this.levels.keys.sorted()),
              defaults: this.dice.whole(1...window), window: window,
              exercise: this.dice.pick([
                .never, .always, .withProbability(0.5), .whenCheaper(first: 2, interval: 3),
              ]), notice: this.dice.whole(0...3))))
      }
    }
    some("exit") { this, name in
      this.add(
        name,
        .terminationFee(
          TerminationFee(
            multiple: 3.7, base: this.dice.pick(bases), indexation: this.indexation())))
    }
    add(
      "takeover",
      .replacement(
        Replacement(
          multiple: 1.15, base: dice.pick(bases + [.contractCharge]), indexation: indexation(),
          procurement: dice.pick([0, 250]), dualRunning: dice.pick([0, 1.5]),
          attainment: dice.chance(0.5) ? ["m1": 0.8] : [:])))
    some("loss", most: 2) { this, name in
      let metric = this.dice.pick(this.event.metrics)
      this.add(
        name,
        .poorServiceLoss(
          PoorServiceLoss(
            metric: metric.id, need: Self.attainment(of: metric, &this.dice), lossPerPoint: 0.5,
            serviceLine: this.dice.chance(0.5) ? this.dice.pick(this.lines) : nil)))
    }
  }
}

extension Clause {
  /// Whether a credit is read from a table between whose rows a straight line holds.
  fileprivate var readsALine: Bool {
    switch self {
    case .tierCredit(let clause): clause.table.reading == .linear
    case .pointsCredit(let clause): clause.kpis.contains { $0.table.reading == .linear }
    default: false
    }
  }
}
