import Contracts
public import Futures
import Settlement

/// The controls of an experiment, and what could not be one.
public struct ControlPlan: Hashable, Sendable, Codable {
  /// The controls: those that all options share, then each option's own.
  public private(set) var controls: [Control] = []

  /// What could not be a control.
  public private(set) var missing: [MissingControl] = []

  /// The weights by service level of each option's counts of defaults.
  private(set) var weights: [[[Double]]] = []

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
    let contract = option.contract
    let shares = contract.creditShares
    let largest = max(shares.max() ?? 0, .leastNonzeroMagnitude)
    let wanted: [(subject: Control.Subject, weights: [Double])] = [
      (.creditedDefaults(option: option.bid.id), shares.map { $0 / largest }),
      (.rightDefaults(option: option.bid.id), contract.givesRight.map { $0 ? 1 : 0 }),
    ]
    let means = contract.levels.indices.map { level in
      wanted.allSatisfy { $0.weights[level] == 0 }
        ? nil : meanDefaults(level, of: option, &laws)
    }
    weights.append([])
    for (subject, wished) in wanted {
      let own = zip(wished, means).map { $1 == nil ? 0 : $0 }
      guard own.contains(where: { $0 != 0 }), !weights[place].contains(own) else { continue }
      var mean = 0.0
      for (weight, defaults) in zip(own, means) { mean += weight * (defaults ?? 0) }
      controls.append(
        Control(
          subject: subject, mean: mean, scale: 1,
          source: .count(option: place, place: weights[place].count)))
      weights[place].append(own)
    }
  }

  /// The mean discounted number of defaults of `level`, `Σ v̄[t] · P[t]` with the mean discount of
  /// the window in which the month lies; nothing where a chance is not known exactly.
  private mutating func meanDefaults(
    _ level: Int, of option: Option, _ laws: inout AttainmentLaws
  ) -> Double? {
    do throws(NoClosedForm) {
      guard let rule = option.contract.defaultRules[level] else { throw .patternOfMisses }
      let driver = option.performance.metrics[rule.metric]
      let below = try laws.law(of: driver).chances(below: rule.bound)
      var mean = 0.0
      for (month, chance) in zip(1..., below) where month >= rule.firstMonth {
        let missed = rule.missesBelow ? chance : 1 - chance
        mean += DefaultCounts.discount(discount, in: month) * missed
      }
      return mean
    } catch {
      let level = option.contract.levels[level]
      missing.append(
        .init(subject: .defaults(option: option.bid.id, level: level), reason: error))
      return nil
    }
  }
}
