import Contracts
public import Futures
import Settlement

/// The controls of an experiment, and what could not be one.
public struct ControlPlan: Hashable, Sendable, Codable {
  /// The controls: those that all options share, then each option's own.
  public private(set) var controls: [Control] = []

  /// What could not be a control.
  public private(set) var missing: [MissingControl] = []

  /// What is counted of each option's defaults.
  private(set) var counts: [[DefaultCount]] = []

  /// The present value of 1 in each month.
  let discount: [Double]

  /// Finds the controls of `options` under `assumptions`, with those of indices where any option
  /// follows one, or where `followsIndices` says that another does.
  public init(
    _ options: [Option], _ assumptions: Assumptions, followsIndices: Bool = false
  ) {
    discount = options.first?.contract.ownDiscount ?? []
    for (place, driver) in assumptions.demand.enumerated() { add(driver, place) }
    if followsIndices || options.contains(where: \.contract.isIndexed) {
      for (place, driver) in assumptions.indices.enumerated() { add(driver, place) }
    }
    var laws = AttainmentLaws(assumptions)
    for (place, option) in options.enumerated() { add(option, place, &laws) }
  }

  /// The positions of the controls of the options in `options` and of those that all share.
  func positions(of options: [Int]) -> [Int] {
    controls.indices.filter { controls[$0].option.map(options.contains) ?? true }
  }

  private mutating func add(_ driver: DemandDriver, _ place: Int) {
    do {
      let means = try driver.meanVolumes()
      let mean = zip(discount, means).reduce(0.0) { $0 + $1.0 * $1.1 }
      guard mean > 0 else { return }
      controls.append(
        Control(
          subject: .volume(line: driver.serviceLine), mean: mean, scale: 32 / mean,
          source: .volume(place)))
    } catch {
      missing.append(.init(subject: .volume(line: driver.serviceLine), reason: error))
    }
  }

  private mutating func add(_ driver: IndexDriver, _ place: Int) {
    let months = discount.indices
    if driver.meanLevel(in: 1) != nil {
      let mean = months.reduce(0) { $0 + discount[$1] * (driver.meanLevel(in: $1 + 1) ?? 0) }
      controls.append(
        Control(
          subject: .index(id: driver.id), mean: mean, scale: 32 / mean, source: .level(place)))
    } else if let factor = driver.meanAnniversaryFactor, !moves.isEmpty {
      let weight = moves.reduce(0) { $0 + $1.weight }
      controls.append(
        Control(
          subject: .index(id: driver.id), mean: weight * factor, scale: 64 / weight,
          source: .moves(place)))
    }
  }

  /// The anniversaries of the horizon, each with the discounted months that its move lasts.
  var moves: [(month: Int, weight: Double)] {
    IndexDriver.anniversaries(until: discount.count).map { month in
      (month, discount[(month - 1)...].reduce(0, +))
    }
  }

  private mutating func add(_ option: Option, _ place: Int, _ laws: inout AttainmentLaws) {
    let (id, contract) = (option.bid.id, option.contract)
    let shares = contract.creditShares
    let largest = max(shares.max() ?? 0, .leastNonzeroMagnitude)
    let credited = shares.map { $0 / largest }
    let right = contract.givesRight.map { $0 ? 1.0 : 0 }
    let means = contract.levels.indices.map { level -> Double? in
      guard credited[level] != 0 || right[level] != 0 else { return nil }
      let mean = Result { () throws(NoClosedForm) in try meanDefaults(level, of: option, &laws) }
      return known(mean, of: .defaults(option: id, level: contract.levels[level]))
    }
    let reaches = contract.levels.indices.map { level in
      means[level] == nil ? 0 : min(contract.rightReaches[level], DefaultCounts.longestReach)
    }
    let pairs = contract.levels.indices.map { level -> Double? in
      guard reaches[level] > 0 else { return nil }
      let mean = Result { () throws(NoClosedForm) in
        try meanPairs(level, within: reaches[level], of: option, &laws)
      }
      return known(mean, of: .pairs(option: id, level: contract.levels[level]))
    }
    counts.append([])
    for (subject, weights) in [
      (Control.Subject.creditedDefaults(option: id), credited), (.rightDefaults(option: id), right),
    ] {
      add(subject, DefaultCount(zip(weights, means).map { $1 == nil ? 0 : $0 }), means, place)
    }
    let within = zip(reaches, pairs).map { $1 == nil ? 0 : $0 }
    add(.rightPairs(option: id), DefaultCount(pairsWithin: within), pairs, place)
  }

  /// Adds the control of `count` where it counts anything that is not counted yet.
  private mutating func add(
    _ subject: Control.Subject, _ count: DefaultCount, _ means: [Double?], _ place: Int
  ) {
    guard count.weights.contains(where: { $0 != 0 }), !counts[place].contains(count) else { return }
    let mean = zip(count.weights, means).reduce(0) { $0 + $1.0 * ($1.1 ?? 0) }
    controls.append(
      Control(
        subject: subject, mean: mean, scale: 1,
        source: .count(option: place, place: counts[place].count)))
    counts[place].append(count)
  }

  /// A mean, or nothing where it is not known: then it is noted what `subject` lacks.
  private mutating func known(
    _ mean: Result<Double, NoClosedForm>, of subject: MissingControl.Subject
  ) -> Double? {
    switch mean {
    case .success(let mean): return mean
    case .failure(let reason):
      missing.append(.init(subject: subject, reason: reason))
      return nil
    }
  }

  /// The mean discounted number of defaults of `level`, `Σ v̄[t] · P[t]` with the mean discount of
  /// the window in which the month lies.
  ///
  /// - Throws: ``NoClosedForm`` where a chance is not known exactly.
  private func meanDefaults(
    _ level: Int, of option: Option, _ laws: inout AttainmentLaws
  ) throws(NoClosedForm) -> Double {
    guard let rule = option.contract.defaultRules[level] else { throw .patternOfMisses }
    let driver = option.performance.metrics[rule.metric]
    let below = try laws.law(of: driver).chances(below: rule.bound)
    return discounted(rule.missesBelow ? below : below.map { 1 - $0 }, from: rule.firstMonth)
  }

  /// The mean discounted number of pairs of defaults of `level` that lie at most `reach` months
  /// apart, `Σ v̄[t] · P[t, t − lag]` over months and lags.
  ///
  /// - Throws: ``NoClosedForm`` where a chance is not known exactly.
  /// - Precondition: The mean number of single defaults is known.
  private func meanPairs(
    _ level: Int, within reach: Int, of option: Option, _ laws: inout AttainmentLaws
  ) throws(NoClosedForm) -> Double {
    guard let rule = option.contract.defaultRules[level] else { throw .patternOfMisses }
    let law = try laws.law(of: option.performance.metrics[rule.metric], lags: reach)
    return (1...reach).reduce(0) { sum, lag in
      let both = law.chances(ofPairsBeyond: rule.bound, isBelow: rule.missesBelow, lag: lag)
      return sum + discounted(both, from: rule.firstMonth + lag)
    }
  }

  /// `Σ v̄[t] · chances[t]` from the month `first` on.
  private func discounted(_ chances: [Double], from first: Int) -> Double {
    var sum = 0.0
    for (month, chance) in zip(1..., chances) where month >= first {
      sum += DefaultCounts.discount(discount, in: month) * chance
    }
    return sum
  }
}
