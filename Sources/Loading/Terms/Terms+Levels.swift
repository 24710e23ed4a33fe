import Contracts
import Quantities

extension Terms {
  func readLevel(_ section: Section) -> ServiceLevel? {
    let metric = section.needed("metric")?.metric(in: context)
    let target = section.needed("target")
    let comparison = section.needed("compare")?.choice(of: ServiceLevel.Comparison.self)
    let first = section.given("from").map { $0.whole(1...EventContext.longestHorizon) } ?? 1
    let rank = section.given("class").map { $0.choice(of: ServiceLevel.Rank.self) } ?? .critical
    let trigger = section.given("trigger").map { $0.section(readTrigger) } ?? ServiceLevel.Trigger()
    let expected = section.given("expected").map { item in
      metric.flatMap { metric in item.section { readExpected($0, of: metric) } }
    }
    let tail = section.given("tail").map { $0.section(readTail) }
    let measurement = section.given("measured").map(readMeasurement) ?? .month
    let excluded = (section.given("excluded")?.list() ?? []).map { $0.whole(1...context.horizon) }
    let unreported =
      section.given("unreported").map { $0.word(of: ["default", "no_default"]) } ?? "no_default"
    guard let metric, let value = target?.natural(of: metric), let comparison, let first,
      let rank, let trigger, expected != .some(nil), tail != .some(nil), let measurement,
      !excluded.contains(nil), let unreported
    else { return nil }
    if comparison.favours != metric.better {
      folder.findings.note(
        .levelAgainstMetric(file: section.spot.file, path: section.path, metric: metric.id)
      )
    }
    return ServiceLevel(
      metric: metric.id, target: value, comparison: comparison, firstMonth: first, rank: rank,
      trigger: trigger, expected: expected ?? nil, tail: tail ?? nil, measurement: measurement,
      excluded: excluded.compactMap { $0 }.sorted(), missesUnreported: unreported == "default"
    )
  }

  private func readTrigger(_ section: Section) -> ServiceLevel.Trigger? {
    let resets = section.given("reset").map { $0.truth() } ?? false
    let count = readCount(section, of: "misses")
    guard let resets, let count else { return nil }
    return .init(misses: count.count, window: count.window, resets: resets)
  }

  private func readExpected(_ section: Section, of metric: Metric) -> ServiceLevel.Expected? {
    let target = section.needed("target")?.natural(of: metric)
    let count = readCount(section, of: "defaults")
    guard let target, let count else { return nil }
    return .init(target: target, defaults: count.count, window: count.window)
  }

  /// So many under `key`, within a window of months.
  private func readCount(_ section: Section, of key: String) -> (count: Int, window: Int)? {
    let countItem = section.needed(key)
    let count = countItem?.whole(1...RepeatMultiplier.longestRun)
    let window = section.needed("window")?.wholeMonths(1...RepeatMultiplier.longestRun)
    guard let count, let window else { return nil }
    guard count <= window else {
      countItem?.refuse(.defaultsWithinWindow)
      return nil
    }
    return (count, window)
  }

  private func readTail(_ section: Section) -> ServiceLevel.Tail? {
    let metric = section.needed("metric")?.metric(in: context)
    let target = section.needed("target")
    let comparison = section.needed("compare")?.choice(of: ServiceLevel.Comparison.self)
    guard let metric, let value = target?.natural(of: metric), let comparison else { return nil }
    return .init(metric: metric.id, target: value, comparison: comparison)
  }

  private func readMeasurement(_ item: Item) -> ServiceLevel.Measurement? {
    guard item.value.entries != nil else {
      return item.word(of: ["month", "quarter"]).map { $0 == "month" ? .month : .quarter }
    }
    return item.section { section in
      section.needed("rolling")?.wholeMonths(2...RepeatMultiplier.longestRun)
        .map { .rolling(months: $0) }
    }
  }
}

extension ServiceLevel.Comparison {
  /// Which attainment the comparison takes for better.
  var favours: Metric.Direction {
    switch self {
    case .atLeast, .moreThan: .higher
    case .atMost, .lessThan: .lower
    }
  }
}
