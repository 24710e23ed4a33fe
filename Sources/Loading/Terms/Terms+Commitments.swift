import Contracts
import Quantities

extension Terms {
  func commitments(_ section: Section) -> [Contract.Named] {
    section.clauses("exclusivity") { _, item in
      item.section(readExclusivity).map { .exclusivity($0) }
    }
      + section.clauses("volume_discounts") { _, item in
        item.section { readDiscount($0) }.map { .volumeDiscount($0) }
      }
      + section.clauses("minimums") { _, item in
        item.section { readMinimum($0) }.map { .minimumCommitment($0) }
      }
      + section.clauses("forecast_relief") { _, item in
        item.section(readForecastRelief).map { .forecastRelief($0) }
      }
      + section.clauses("gain_share") { _, item in
        item.section(readGainShare).map { .gainShare($0) }
      }
  }

  private func readExclusivity(_ section: Section) -> Exclusivity? {
    let scope = section.given("of").map { readScope($0) } ?? Scope()
    let share = section.needed("share")?.share(.share)
    let first = section.needed("from")?.whole(2...max(context.horizon, 2))
    let price = section.given("price").map { $0.share(.pool) } ?? 1
    let fee = section.needed("fee")?.share(.pool)
    let months = section.given("mean_of").map { $0.wholeMonths(1...60) } ?? 12
    guard let scope, let share, let first, let price, let fee, let months else { return nil }
    return Exclusivity(
      of: scope.prices, share: share, firstMonth: first, price: price, fee: fee, months: months)
  }

  private func readDiscount(_ section: Section) -> VolumeDiscount? {
    let scope = section.given("of").map { readScope($0) } ?? Scope()
    let bands = section.needed("bands").flatMap(readDiscountBands)
    let counting =
      section.given("counting").map { $0.choice(of: VolumeDiscount.Counting.self) } ?? .flat
    let edge = section.given("compare").map { $0.choice(of: VolumeDiscount.Edge.self) } ?? .atLeast
    let reckoning = readReckoning(section)
    guard let scope, let bands, let counting, let edge, let reckoning else { return nil }
    return VolumeDiscount(
      of: scope.prices, bands: bands, counting: counting, edge: edge, reckoning: reckoning)
  }

  /// Bands of which each begins above the one before.
  private func readDiscountBands(_ item: Item) -> [VolumeDiscount.Band]? {
    var bands: [VolumeDiscount.Band] = []
    let items = item.list()
    for item in items {
      let band = item.section { section in
        let from = section.needed("from")
        let share = section.needed("share")?.share(.share)
        guard let start = from?.number(.amount), let share else {
          return VolumeDiscount.Band?.none
        }
        if let before = bands.last?.from, start <= before {
          from?.refuse(.within(lower: before, upper: .infinity, open: true))
          return nil
        }
        return VolumeDiscount.Band(from: start, share: share)
      }
      guard let band else { return nil }
      bands.append(band)
    }
    return bands.isEmpty ? nil : bands
  }

  private func readMinimum(_ section: Section) -> MinimumCommitment? {
    let measure = readMeasure(section)
    let minimum = section.needed("minimum").flatMap(readByPeriod)
    let price = readPrice(section, isNeeded: measure?.isVolume ?? false)
    let reckoning = readReckoning(section)
    let carryForward = section.given("carry_forward").map { item in
      item.section { $0.needed("expires")?.whole(1...60) }
    }
    let stepUp = section.given("step_up").map { item in
      item.section { readStepUp($0, above: minimum?.max() ?? 0) }
    }
    let relief = section.given("relief").map { $0.section(readRelief) }
    let indexation = readFollowedName(section)
    guard let measure, let minimum, let price, let reckoning else { return nil }
    return MinimumCommitment(
      measure: measure, minimum: minimum, price: price, reckoning: reckoning,
      carryForward: carryForward ?? nil, stepUp: stepUp ?? nil, relief: relief ?? nil,
      indexation: indexation)
  }

  private func readMeasure(
    _ section: Section
  ) -> MinimumCommitment.Measure? {
    guard let (key, item) = section.one(of: ["service_line", "of"]) else { return nil }
    return key == "of"
      ? readScope(item).map { .charge(of: $0.prices) }
      : readServiceLine(item).map { .volume(of: $0) }
  }

  private func readPrice(_ section: Section, isNeeded: Bool) -> Double? {
    guard isNeeded else { return section.given("price").map { $0.number(.amount) } ?? 1 }
    return section.needed("price")?.number(.amount)
  }

  /// One number for all periods, or a list of one for each.
  private func readByPeriod(_ item: Item) -> [Double]? {
    guard case .list(let values) = item.value.content, !values.isEmpty else {
      return item.number(.amount).map { [$0] }
    }
    let numbers = item.list().compactMap { $0.number(.amount) }
    return numbers.count == values.count ? numbers : nil
  }

  private func readStepUp(
    _ section: Section, above minimum: Double
  ) -> MinimumCommitment.StepUp? {
    let share = section.needed("growth_share")?.share(.share)
    let capItem = section.given("cap")
    let cap = capItem?.number(.amount)
    if let cap, cap < minimum {
      capItem?.refuse(.within(lower: minimum, upper: .infinity, open: false))
      return nil
    }
    return share.map { .init(growthShare: $0, cap: cap) }
  }

  private func readRelief(_ section: Section) -> MinimumCommitment.Relief? {
    let level = section.needed("level")?.reference(to: levels, kind: "terms/service_levels")
    let share = section.needed("share")?.share(.share)
    guard let level, let share else { return nil }
    return .init(level: level, share: share)
  }

  private func readForecastRelief(_ section: Section) -> ForecastRelief? {
    let line = readServiceLine(section)
    let tolerance = section.needed("tolerance")?.share(.share)
    let baseline = section.given("baseline").flatMap(readBaseline)
    let named = section.given("levels").flatMap { $0.plain == "all" ? nil : $0 }
    let levels = named.map { item in
      item.list().compactMap { $0.reference(to: self.levels, kind: "terms/service_levels") }
    }
    guard let line, let tolerance else { return nil }
    return ForecastRelief(
      serviceLine: line, baseline: baseline, tolerance: tolerance, levels: levels)
  }

  private func readGainShare(_ section: Section) -> GainShare? {
    let line = readServiceLine(section)
    let measured =
      section.given("measured").map { $0.choice(of: GainShare.Measured.self) } ?? .cost
    let baseline = section.given("baseline").flatMap(readBaseline)
    let steps = readSteps(section)
    let pain = section.given("pain_share").map { $0.share(.share) } ?? 0
    let cap = section.given("cap").map { $0.number(.amount) }
    let reckoning = readReckoning(section)
    guard let line, let measured, let steps, let pain, let reckoning else { return nil }
    return GainShare(
      serviceLine: line, measured: measured, baseline: baseline, steps: steps, painShare: pain,
      cap: cap ?? nil, reckoning: reckoning)
  }

  /// One share for all months, or a schedule of shares, each `to` a later month than the one before.
  private func readSteps(_ section: Section) -> [GainShare.Step]? {
    guard let (key, item) = section.one(of: ["provider_share", "schedule"]) else { return nil }
    if key == "provider_share" { return item.share(.share).map { [.init(share: $0)] } }
    var steps: [GainShare.Step] = []
    let items = item.list()
    for (position, item) in items.enumerated() {
      let after = steps.last?.through ?? 0
      let step = item.section { section in
        let isLast = position == items.count - 1
        let end = isLast ? section.given("to") : section.needed("to")
        let month = end.map { $0.wholeMonths((after + 1)...EventContext.longestHorizon) }
        let share = section.needed("share")?.share(.share)
        guard let share, month != .some(nil), isLast || month != nil else {
          return GainShare.Step?.none
        }
        return GainShare.Step(through: month ?? nil, share: share)
      }
      guard let step else { return nil }
      steps.append(step)
    }
    return steps.isEmpty ? nil : steps
  }
}

extension MinimumCommitment.Measure {
  fileprivate var isVolume: Bool { if case .volume = self { true } else { false } }
}
