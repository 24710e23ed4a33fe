import Contracts
import Quantities

extension Terms {
  func service(_ section: Section) -> [Contract.Named] {
    let levels = section.clauses("service_levels") { _, item in
      item.section(readLevel).map { .serviceLevel($0) }
    }
    let credits = section.given("credits").flatMap { $0.section(readCredits) } ?? []
    return levels + credits
  }

  private func readLevel(_ section: Section) -> ServiceLevel? {
    let metric = section.needed("metric")?.metric(in: context)
    let target = section.needed("target")
    let comparison = section.needed("compare")?.choice(of: ServiceLevel.Comparison.self)
    let first = section.given("from").map { $0.whole(1...EventContext.longestHorizon) } ?? 1
    guard let metric, let value = target?.natural(of: metric), let comparison, let first else {
      return nil
    }
    if comparison.favours != metric.better {
      folder.findings.note(
        .levelAgainstMetric(file: section.spot.file, path: section.path, metric: metric.id)
      )
    }
    return ServiceLevel(
      metric: metric.id, target: value, comparison: comparison, firstMonth: first
    )
  }

  private func readCredits(_ section: Section) -> [Contract.Named] {
    let repeats = section.clause("repeat") { item in
      item.section(readRepeat).map { .repeatMultiplier($0) }
    }
    let atRisk = readAtRisk(section).map { [Contract.Named("at_risk", .atRiskCredit($0))] } ?? []
    let fixed = section.clauses("fixed") { level, item in
      guard isLevel(level, item), let share = item.share(.share) else { return nil }
      return .fixedCredit(FixedCredit(level: level, share: share))
    }
    let cap = section.clause("cap") { item in
      item.share(.share).map { .creditCap(CreditCap(share: $0)) }
    }
    return repeats + atRisk + fixed + cap
  }

  private func readRepeat(_ section: Section) -> RepeatMultiplier? {
    let run = section.needed("from")?.whole(2...RepeatMultiplier.longestRun)
    let multiplier = section.needed("multiplier")?.number(.multiple)
    guard let run, let multiplier else { return nil }
    return RepeatMultiplier(run: run, multiplier: multiplier)
  }

  private func readAtRisk(_ section: Section) -> AtRiskCredit? {
    let pools = (section.given("pools")?.named() ?? []).map { name, item in
      (name: name, share: item.share(.pool))
    }
    let allocation = section.given("allocation")
    let allocations = (allocation?.named() ?? []).compactMap { level, item in
      isLevel(level, item)
        ? item.section { readAllocation($0, level: level, pools: pools) } : nil
    }
    for pool in pools.map(\.name) {
      let own = allocations.filter { $0.pool == pool }
      let share = own.reduce(0) { $0 + $1.allocation.share }
      guard let file = allocation?.spot.file, share > 1 + 1e-9 else { continue }
      folder.findings.note(.poolOverAllocated(file: file, pool: pool, share: share))
    }
    let atRisk = allocation == nil ? section.given("at_risk") : section.needed("at_risk")
    guard let share = atRisk?.share(.share) else { return nil }
    return AtRiskCredit(atRisk: share, allocations: allocations.map(\.allocation))
  }

  private func readAllocation(
    _ section: Section, level: String, pools: [(name: String, share: Double?)]
  ) -> (pool: String, allocation: AtRiskCredit.Allocation)? {
    let pool = section.needed("pool")?
      .reference(to: pools.map(\.name), kind: "terms/credits/pools")
    let share = section.needed("share")?.share(.share)
    guard let pool, let share, let size = pools.first(where: { $0.name == pool })?.share else {
      return nil
    }
    return (pool, AtRiskCredit.Allocation(level: level, pool: size, share: share))
  }

  private func isLevel(_ name: String, _ item: Item) -> Bool {
    item.keyIsDeclared(name, in: levels, kind: "terms/service_levels")
  }
}

extension ServiceLevel.Comparison {
  /// Which attainment the comparison takes for better.
  fileprivate var favours: Metric.Direction {
    switch self {
    case .atLeast, .moreThan: .higher
    case .atMost, .lessThan: .lower
    }
  }
}
