import Contracts

extension EventFile {
  /// The lots of the event and how they may be given; everything to one bid where nothing is said.
  func readAward(_ section: Section, _ context: EventContext) -> AwardPlan {
    var plan = AwardPlan()
    let lots = section.given("lots")
    if let lots { plan.lots = readLots(lots, context) }
    let ids = BidFolder.ids(in: folder)
    let hasToday = folder.folders(in: "").contains(BidFolder.baseline)
    let reader = AwardReader(
      lots: lots == nil ? ["all"] : plan.lots.map(\.id),
      bids: ids + (hasToday ? [BidFolder.baseline] : []), folder: folder)
    let read = section.given("award")?.section { reader.read($0, into: plan) }
    return read ?? plan
  }

  private func readLots(_ item: Item, _ context: EventContext) -> [Lot] {
    var lines: [String: Int] = [:]
    var metrics: [String: Int] = [:]
    let lots = item.named().compactMap { id, item -> Lot? in
      guard item.keyIsSafe(id) else { return nil }
      return item.section { section in
        let name = section.given("name").map { $0.text() } ?? id
        let own = section.needed("service_lines")?
          .names(of: context.serviceLineIds, kind: "service_lines", once: &lines)
        let measured = section.given("metrics")?
          .names(of: context.metrics.map(\.id), kind: "metrics", once: &metrics)
        let prices = section.given("prices")?.list().compactMap { $0.text() }
        return Lot(
          id: id, name: name ?? id, serviceLines: own ?? [], prices: prices ?? [],
          metrics: measured ?? [])
      }
    }
    let missing = context.serviceLineIds.filter { lines[$0] == nil }
    if !missing.isEmpty { item.refuse(.everyLine(missing)) }
    return lots
  }
}

/// Reads how the lots of an event may be given.
struct AwardReader {
  /// The lots by identifier.
  let lots: [String]

  /// The bids by identifier, and today's operation where there is one.
  let bids: [String]
  let folder: EventFolder

  /// The plan, on which the lots stand already.
  func read(_ section: Section, into plan: AwardPlan) -> AwardPlan {
    var plan = plan
    if let shares = section.given("shares") { plan.shares = readShares(shares) ?? plan.shares }
    if let item = section.given("baseline") {
      plan.mayStay = item.truth() ?? false
      if plan.mayStay, !bids.contains(BidFolder.baseline) {
        folder.findings.add(.baseline, at: item.keySpot, path: item.path)
      }
    }
    for (lot, item) in section.given("incumbents")?.named() ?? []
    where item.keyIsDeclared(lot, in: lots, kind: "lots") {
      plan.incumbents[lot] = item.reference(to: bids, kind: "bids")
    }
    for (name, item) in section.given("groups")?.named() ?? [] where isFree(name, item) {
      plan.groups[name] = item.list().compactMap { $0.reference(to: bids, kind: "bids") }
    }
    if let objective = section.given("objective")?.section(readObjective) {
      plan.objective = objective
    }
    if let item = section.given("mandatory") {
      plan.allowsFailing = item.word(of: ["excluded", "allowed"]) == "allowed"
    }
    plan.rules = (section.given("rules")?.named() ?? []).compactMap { name, item in
      guard item.keyIsSafe(name) else { return nil }
      return item.section { readRule(name, $0, plan.groups) }
    }
    return plan
  }

  /// Shares above 0 in ascending order, each once; 0 is always possible and may be written.
  private func readShares(_ item: Item) -> [Int]? {
    let written = item.list().map { $0.share(.share) }
    let shares = Set(written.compactMap(\.self).map { Int(($0 * 1e6).rounded()) })
      .filter { $0 > 0 }.sorted()
    guard written.allSatisfy({ $0 != nil }) else { return nil }
    var sums: Set = [0]
    for _ in bids {
      sums.formUnion(
        sums.flatMap { sum in shares.map { sum + $0 } }.filter { $0 <= AwardPlan.whole })
      if sums.contains(AwardPlan.whole) || sums.count > 1_000_000 { break }
    }
    guard sums.contains(AwardPlan.whole) else {
      item.refuse(.wholeSplit)
      return nil
    }
    return shares
  }

  /// Whether a set of bids may bear the name, which is no bid's.
  private func isFree(_ name: String, _ item: Item) -> Bool {
    guard item.keyIsSafe(name) else { return false }
    guard !(bids + [BidFolder.baseline, "each"]).contains(name) else {
      folder.findings.add(.noBidsName, at: item.keySpot, path: item.path, found: name)
      return false
    }
    return true
  }

  private func readObjective(_ section: Section) -> AwardObjective? {
    let measure =
      section.given("of").map { $0.choice(of: AwardObjective.Measure.self) } ?? .cost
    let weight = section.given("tail_weight").map { $0.number(Bounds(lower: 0, upper: 1_000)) } ?? 0
    let tail = section.given("tail").map { $0.share(Bounds(lower: 0.5, upper: 0.999)) } ?? 0.95
    guard let measure, let weight, let tail else { return nil }
    return AwardObjective(measure: measure, tailWeight: weight, tail: tail)
  }
}

extension Item {
  /// A list of names declared under `kind`, each of which no other list has; `once` says at which line
  /// it was.
  fileprivate func names(
    of known: [String], kind: String, once: inout [String: Int]
  ) -> [String] {
    var names: [String] = []
    for item in list() {
      guard let name = item.reference(to: known, kind: kind) else { continue }
      if let line = once[name] {
        item.refuse(.unique(firstLine: line))
      } else {
        once[name] = item.spot.line
        names.append(name)
      }
    }
    return names
  }
}
