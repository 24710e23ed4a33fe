import Contracts
import Quantities

extension Terms {
  func service(_ section: Section) -> [Contract.Named] {
    let levels = section.clauses("service_levels") { _, item in
      item.section(readLevel).map { .serviceLevel($0) }
    }
    let named = levels.compactMap { named -> (String, ServiceLevel)? in
      if case .serviceLevel(let level) = named.clause { (named.name, level) } else { nil }
    }
    let promises = Dictionary(named) { first, _ in first }
    let credits = section.given("credits").flatMap { item in
      item.section { readCredits($0, promises) }
    }
    let ratchets = section.clauses("ratchets") { level, item in
      guard item.keyIsDeclared(level, in: self.levels, kind: "terms/service_levels") else {
        return nil
      }
      return item.section { readRatchet(level, $0, promises[level]) }.map { .ratchet($0) }
    }
    let bonuses = section.clauses("bonuses") { _, item in
      item.section(readBonus).map { .bonus($0) }
    }
    return levels + (credits ?? []) + ratchets + bonuses
  }

  private func readCredits(
    _ section: Section, _ promises: [String: ServiceLevel]
  ) -> [Contract.Named] {
    let repeats = section.clause("repeat") { item in
      item.section(readRepeat).map { .repeatMultiplier($0) }
    }
    let atRisk = readAtRisk(section, promises).map { Contract.Named("at_risk", .atRiskCredit($0)) }
    let fixed = section.clauses("fixed") { level, item in
      guard creditedLevel(level, item, promises) != nil, let share = item.share(.share) else {
        return nil
      }
      return .fixedCredit(FixedCredit(level: level, share: share))
    }
    let tiers = readCredited(section, "tiers", promises) { level, section, promise in
      readTiers(level, section, promise).map { .tierCredit($0) }
    }
    let linear = readCredited(section, "linear", promises) { level, section, promise in
      readLinear(level, section, promise).map { .linearCredit($0) }
    }
    let points = section.clause("points") { item in
      item.section { readPoints($0, promises) }.map { .pointsCredit($0) }
    }
    let unit = readCredited(section, "unit", promises) { level, section, promise in
      readUnit(level, section, promise).map { .unitCredit($0) }
    }
    return repeats + [atRisk].compactMap { $0 } + fixed + tiers + linear + points + unit
      + readCreditLimits(section, promises)
  }

  /// The credits under `key`, each under the name of its level.
  private func readCredited(
    _ section: Section, _ key: String, _ promises: [String: ServiceLevel],
    _ read: (String, Section, ServiceLevel) -> Clause?
  ) -> [Contract.Named] {
    section.clauses(key) { level, item in
      guard let promise = creditedLevel(level, item, promises) else { return nil }
      return item.section { read(level, $0, promise) }
    }
  }

  func readRepeat(_ section: Section) -> RepeatMultiplier? {
    let run = section.needed("from")?.whole(2...RepeatMultiplier.longestRun)
    let multiplier = section.needed("multiplier")?.number(.multiple)
    guard let run, let multiplier else { return nil }
    return RepeatMultiplier(run: run, multiplier: multiplier)
  }

  private func readAtRisk(
    _ section: Section, _ promises: [String: ServiceLevel]
  ) -> AtRiskCredit? {
    let pools = (section.given("pools")?.named() ?? []).map { name, item in
      (name: name, share: item.share(.pool))
    }
    let allocation = section.given("allocation")
    let allocations = (allocation?.named() ?? []).compactMap { level, item in
      creditedLevel(level, item, promises) == nil
        ? nil : item.section { readAllocation($0, level: level, pools: pools) }
    }
    for pool in pools.map(\.name) {
      let own = allocations.filter { $0.pool == pool }
      let share = own.reduce(0) { $0 + $1.allocation.share }
      guard let file = allocation?.spot.file, abs(share - 1) > 1e-9 else { continue }
      folder.findings.note(
        share > 1
          ? .poolOverAllocated(file: file, pool: pool, share: share)
          : .poolUnderAllocated(file: file, pool: pool, share: share))
    }
    let atRisk = allocation == nil ? section.given("at_risk") : section.needed("at_risk")
    let prices = section.given("at_risk_of").map(readPriceList)
    guard let share = atRisk?.share(.share), prices != .some(nil) else { return nil }
    return AtRiskCredit(
      atRisk: share, of: prices ?? nil, allocations: allocations.map(\.allocation))
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

  /// The promise of the level `name`, for which a credit is stated.
  func creditedLevel(
    _ name: String, _ item: Item, _ promises: [String: ServiceLevel]
  ) -> ServiceLevel? {
    guard item.keyIsDeclared(name, in: levels, kind: "terms/service_levels"),
      let level = promises[name]
    else { return nil }
    if level.rank == .critical { return level }
    folder.findings.add(.criticalLevel, at: item.keySpot, path: item.path, found: name)
    return nil
  }
}
