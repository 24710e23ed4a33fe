import Contracts
import Quantities

/// Service levels, and what moves or relieves them.
extension RandomContract {
  mutating func addLevels() {
    let isRelieved = dice.chance(0.3)
    for number in 1...dice.whole(1...4) where dice.chance(0.8) {
      let metric = dice.pick(event.metrics)
      let level = randomLevel(metric)
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
    if dice.chance(0.3) { level.excluded = dice.some(of: Array(1...horizon)) }
    level.missesUnreported = dice.chance(0.3)
    return level
  }
}
