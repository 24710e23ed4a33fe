import Contracts
import Quantities

/// Service levels, credits, and what limits them.
extension RandomContract {
  mutating func addLevels() {
    let isRelieved = dice.chance(0.3)
    for number in 1...dice.whole(1...4) where dice.chance(0.8) {
      let metric = dice.pick(event.metrics)
      var level = randomLevel(metric)
      if isRelieved { level.trigger.resets = false }
      let name = "level\(number)"
      add(name, .serviceLevel(level))
      levels[name] = level
      if level.measurement != .quarter, dice.chance(0.15) {
        add(
          "ratchet\(number)",
          .ratchet(
            Ratchet(
              level: name, months: dice.pick([1, 2, 3, 12]), share: dice.pick([0, 0.37]),
              limit: metric.link == .logit ? dice.pick([0.1, 0.5], 0.5) : nil)))
      }
    }
    if !isRelieved { return }
    some("busy", most: 2) { this, name in
      let line = this.dice.pick(this.lines)
      let names = this.levels.keys.sorted()
      this.add(
        name,
        .forecastRelief(
          ForecastRelief(
            serviceLine: line, baseline: this.series(line),
            tolerance: this.dice.pick([0, 0.1, 0.25]),
            levels: names.isEmpty || this.dice.chance(0.5) ? nil : this.dice.some(of: names))))
    }
  }

  private mutating func randomLevel(_ metric: Metric) -> ServiceLevel {
    let target = Self.attainment(of: metric, &dice)
    let isPlain = dice.chance(0.4)
    let comparison: [ServiceLevel.Comparison] =
      metric.better == .higher ? [.atLeast, .moreThan] : [.atMost, .lessThan]
    var level = ServiceLevel(
      metric: metric.id, target: target, comparison: dice.pick(comparison),
      firstMonth: dice.chance(0.7) ? 1 : dice.whole(1...6))
    if isPlain { return level }
    level.rank = dice.pick([.critical, .critical, .critical, .key, .reportOnly])
    if dice.chance(0.4) {
      let window = dice.whole(1...6)
      level.trigger = .init(
        misses: dice.whole(1...window), window: window, resets: dice.chance(0.5))
    }
    if dice.chance(0.4) {
      let better = metric.better == .higher ? target * 1.03 : target * 0.9
      let window = dice.whole(1...12)
      level.expected = .init(
        target: better, defaults: dice.whole(1...min(window, 4)), window: window)
    }
    if dice.chance(0.3) {
      let other = dice.pick(event.metrics)
      level.tail = .init(
        metric: other.id, target: Self.attainment(of: other, &dice),
        comparison: other.better == .higher ? .atLeast : .lessThan)
    }
    if level.tail == nil {
      level.measurement = dice.pick([.month, .month, .quarter, .rolling(months: dice.whole(2...6))])
    }
    var isRolling = false
    if case .rolling = level.measurement { isRolling = true }
    if !isRolling, dice.chance(0.3) { level.excluded = dice.some(of: Array(1...horizon)) }
    level.missesUnreported = dice.chance(0.3)
    return level
  }

  /// The levels that may be credited.
  private var critical: [String] {
    levels.keys.sorted().filter { levels[$0]?.rank == .critical }
  }

  private func metric(of level: String) -> Metric {
    event.metrics.first { $0.id == levels[level]?.metric } ?? event.metrics[0]
  }

  mutating func addCredits() {
    if critical.isEmpty { return }
    let names = critical
    some("risk") { this, name in
      this.add(
        name,
        .atRiskCredit(
          AtRiskCredit(
            atRisk: this.dice.pick([0.1, 0.12, 0]),
            allocations: this.dice.some(of: names).map {
              .init(level: $0, pool: this.dice.pick([0.5, 1.2]), share: this.dice.pick([0.4, 1]))
            })))
    }
    some("fixed", most: 2) { this, name in
      let share = this.dice.pick([0, 0.02, 0.08])
      this.add(name, .fixedCredit(FixedCredit(level: this.dice.pick(names), share: share)))
    }
    some("repeat") { $0.add($1, .repeatMultiplier($0.randomRepeat())) }
    some("table", most: 2) { this, name in
      let level = this.dice.pick(names)
      this.add(
        name,
        .tierCredit(
          TierCredit(
            level: level, table: this.table(of: level, [0, 0.015625, 0.0625, 0.125]),
            users: this.dice.chance(0.3)
              ? .init(affected: this.dice.pick(this.lines), total: this.dice.pick(this.lines))
              : nil,
            base: this.creditBase())))
    }
    some("linear", most: 2) { this, name in
      let level = this.dice.pick(names)
      this.add(
        name,
        .linearCredit(
          LinearCredit(
            level: level, from: this.attainment(of: level),
            perPoint: this.dice.pick([0.005, 0.02]),
            step: this.dice.pick([1, 0.1, 0.5]),
            partSteps: this.dice.pick([.proRata, .floor, .ceiling]),
            cap: this.dice.pick([1, 0.05]), base: this.creditBase())))
    }
    some("points") { this, name in
      let kpis = this.dice.some(of: names).map { level in
        PointsCredit.Kpi(level: level, table: this.table(of: level, [1, 2, 3, 4]))
      }
      let rows: [AttainmentTable.Row] = [.init(2, 0.01), .init(5, 0.03)]
      this.add(
        name,
        .pointsCredit(
          PointsCredit(
            kpis: kpis,
            rate: kpis.contains { $0.table.reading == .linear } || this.dice.chance(0.5)
              ? .perPoint(0.005) : .table(AttainmentTable(rows, boundary: .inclusive)),
            repeats: this.dice.chance(0.5) ? this.randomRepeat() : nil, base: this.creditBase())))
    }
    some("unit", most: 2) { this, name in
      let level = this.dice.pick(names)
      this.add(
        name,
        .unitCredit(
          UnitCredit(
            level: level, amount: this.dice.pick([0.05, 3]),
            pointsFrom: this.dice.chance(0.5) ? this.attainment(of: level) : nil,
            volumes: this.dice.chance(0.5) ? [] : this.dice.some(of: this.lines))))
    }
  }

  private mutating func randomRepeat() -> RepeatMultiplier {
    RepeatMultiplier(run: dice.whole(2...4), multiplier: dice.pick([0, 1.7, 2]))
  }

  private mutating func attainment(of level: String) -> Double {
    let metric = metric(of: level)
    return dice.chance(0.5)
      ? levels[level]?.target ?? .nan : Self.attainment(of: metric, &dice)
  }

  private mutating func table(of level: String, _ values: [Double]) -> AttainmentTable {
    let metric = metric(of: level)
    var thresholds = Set([attainment(of: level)])
    for _ in 0..<dice.whole(0...3) { thresholds.insert(Self.attainment(of: metric, &dice)) }
    let sorted = thresholds.sorted()
    let rows = metric.better == .higher ? sorted.reversed() : sorted
    return AttainmentTable(
      rows.map { .init($0, dice.pick(values)) },
      reading: dice.pick(AttainmentTable.Reading.allCases),
      boundary: dice.pick([.strict, .inclusive]))
  }

  private mutating func creditBase() -> CreditBase {
    CreditBase(
      prices: scope(), amount: dice.pick([.thisMonth, .thisMonth, .nextMonth, .stated(900)]))
  }

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
    var bases: [ChargeBase] = [
      .stated(90), .trailingMean(months: dice.whole(1...6)), .lastInvoice,
    ]
    if !clauses.contains(where: \.clause.movesByItself) { bases.append(.baselineCharge) }
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

  /// Whether a factor moves although its index does not.
  fileprivate var movesByItself: Bool {
    switch self {
    case .escalator: true
    case .indexation(let clause): clause.plus != 0 || clause.floor ?? 0 > 0
    default: false
    }
  }
}
