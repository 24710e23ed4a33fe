import Contracts
import Quantities

/// A service level with what has become of it, month after month.
struct JudgedLevel {
  var clause: ServiceLevel

  /// The attainment by which a month is judged; not a number where there is none.
  var attainment: [Double]

  /// Whether a month is a service level default.
  var defaults: [Bool]

  /// How many defaults in a row month t ends, 0 where it is none.
  func run(_ t: Int) -> Int {
    var run = 0
    while run < t, defaults[t - 1 - run] { run += 1 }
    return run
  }
}

/// What is attained, missed and in default.
extension Reference {
  mutating func judgeLevels() {
    for (name, clause) in all({ if case .serviceLevel(let clause) = $0 { clause } else { nil } }) {
      levels[name] = judged(clause, named: name)
    }
  }

  /// The measured attainment of month t; not a number where there is none.
  func measured(_ metric: String, _ t: Int) -> Double {
    path.attainments[metric]?[t - 1] ?? .nan
  }

  /// The measured attainment of month t as it is reported.
  func reported(_ metric: String, _ t: Int) -> Double {
    let attainment = measured(metric, t)
    return attainment.isNaN ? .nan : self.metric(metric)?.reported(attainment) ?? .nan
  }

  /// The attainment by which a level is judged in month t: of several months the mean of those that
  /// have passed, without those that do not count.
  private func attainment(by clause: ServiceLevel, _ t: Int) -> Double {
    let first: Int
    switch clause.measurement {
    case .month: return reported(clause.metric, t)
    case .quarter: first = (t - 1) / 3 * 3 + 1
    case .rolling(let length): first = max(t - length + 1, 1)
    }
    let values = (first...t).filter { clause.counts(in: $0) }.map { measured(clause.metric, $0) }
      .filter { !$0.isNaN }
    if values.isEmpty { return .nan }
    let mean = values.reduce(0, +) / Double(values.count)
    return mean.roundedHalfUp(places: metric(clause.metric)?.reportDecimals ?? 9)
  }

  /// Whether a level is judged in month t at all.
  private func isJudged(_ clause: ServiceLevel, _ t: Int) -> Bool {
    switch clause.measurement {
    case .month: clause.counts(in: t)
    case .quarter: t % 3 == 0 && (t - 2...t).contains { clause.counts(in: $0) }
    case .rolling(let length): clause.counts(in: t) && t >= clause.firstMonth + length - 1
    }
  }

  private func judged(_ clause: ServiceLevel, named name: String) -> JudgedLevel {
    let attainment = each { self.attainment(by: clause, $0) }
    let targets = targets(of: clause, named: name, attainment)
    var (misses, shorts, defaults): ([Bool], [Bool], [Bool]) = ([], [], [])
    var lastReset = 0
    for t in 1...horizon {
      var (isMiss, isShort) = miss(clause, attainment[t - 1], targets[t - 1], t)
      if isRelieved(name, t) { (isMiss, isShort) = (false, false) }
      misses.append(isMiss)
      shorts.append(isShort)
      let first = max(t - clause.trigger.window + 1, lastReset + 1)
      let isTriggered = isMiss && count(misses, first...t) >= clause.trigger.misses
      if isTriggered && clause.trigger.resets { lastReset = t }
      var isDefault = isTriggered
      if let expected = clause.expected {
        let window = max(t - expected.window + 1, 1)...t
        isDefault = isDefault || isShort && count(shorts, window) >= expected.defaults
      }
      isDefault = isDefault && !isBeforeIndexation
      defaults.append(isDefault)
    }
    return JudgedLevel(clause: clause, attainment: attainment, defaults: defaults)
  }

  private func count(_ months: [Bool], _ window: ClosedRange<Int>) -> Int {
    window.count { months[$0 - 1] }
  }

  /// Whether month t misses the target, and whether it only misses the expected one.
  private func miss(
    _ clause: ServiceLevel, _ attainment: Double, _ target: Double, _ t: Int
  ) -> (miss: Bool, short: Bool) {
    guard isJudged(clause, t) else { return (false, false) }
    let isMean = clause.measurement != .month && metric(clause.metric)?.decimals == nil
    let meets = { (target: Double) in
      clause.comparison.meets(attainment, isMean ? target.roundedHalfUp(places: 9) : target)
    }
    var isMiss = attainment.isNaN ? clause.missesUnreported : !meets(target)
    if let tail = clause.tail {
      let value = reported(tail.metric, t)
      isMiss = isMiss || !value.isNaN && !tail.comparison.meets(value, tail.target)
    }
    guard let expected = clause.expected, !isMiss, !attainment.isNaN else { return (isMiss, false) }
    return (false, !meets(expected.target))
  }

  /// Whether a level cannot default in month t, whose volume is far above the forecast, or
  /// before a late go-live.
  private func isRelieved(_ level: String, _ t: Int) -> Bool {
    isLate(t)
      || all { if case .forecastRelief(let clause) = $0 { clause } else { nil } }.contains {
        _, clause in
        let forecast = agreed(clause.baseline, clause.serviceLine, t)
        return clause.levels?.contains(level) ?? true
          && volume(clause.serviceLine, t) > forecast + clause.tolerance * forecast
      }
  }

  /// The target of every month, which ratchets may raise.
  private func targets(
    of clause: ServiceLevel, named name: String, _ attainment: [Double]
  ) -> [Double] {
    let ratchets = all { if case .ratchet(let clause) = $0 { clause } else { nil } }
    guard let ratchet = ratchets.first(where: { $0.clause.level == name })?.clause else {
      return each { _ in clause.target }
    }
    let isHigherBetter = metric(clause.metric)?.better == .higher
    var target = clause.target
    var run: [Double] = []
    return each { t in
      let before = target
      let value = attainment[t - 1]
      let isBetter = isHigherBetter ? value > target : value < target
      run = isBetter ? run + [value] : []
      if run.count == ratchet.months {
        let mean = run.reduce(0, +) / Double(run.count)
        let limit = ratchet.limit.map { $0 * (1 - target) } ?? .infinity
        target = (target + min(ratchet.share * (mean - target), limit)).roundedHalfUp(places: 9)
        run = []
      }
      return before
    }
  }

  /// By what a level's credit of month t is multiplied: 0 without a default.
  func weight(of level: String, _ t: Int, _ repeats: RepeatMultiplier?) -> Double {
    let run = levels[level]?.run(t) ?? 0
    if run == 0 { return 0 }
    guard let repeats, run >= repeats.run else { return 1 }
    return repeats.multiplier
  }
}
