import Contracts
import Quantities

/// Service credits.
extension RandomContract {
  /// The levels that may be credited.
  var critical: [String] {
    levels.keys.sorted().filter { levels[$0]?.rank == .critical }
  }

  func metric(of level: String) -> Metric {
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
            atRisk: this.dice.pick([0.1, 0.12, 0]), of: this.scope(),
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
      // One or two service lines and a small amount: what is large hides differences.
      let volumes = this.dice.chance(0.5) ? [] : Array(this.dice.some(of: this.lines).prefix(2))
      this.add(
        name,
        .unitCredit(
          UnitCredit(
            level: level, amount: volumes.isEmpty ? 3 : this.dice.pick([0.0001, 0.002]),
            pointsFrom: this.dice.chance(0.5) ? this.attainment(of: level) : nil,
            volumes: volumes)))
    }
  }

  private mutating func randomRepeat() -> RepeatMultiplier {
    RepeatMultiplier(run: dice.whole(2...4), multiplier: dice.pick([0, 1.7, 2]))
  }

  mutating func attainment(of level: String) -> Double {
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
}
