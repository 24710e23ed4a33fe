import Contracts

/// Reads `assumptions/cost_to_serve`: what serving costs providers, as the buyer supposes.
struct CostToServeTable {
  let folder: EventFolder

  /// The bids that may be named.
  let bids: [String]

  /// The costs by bid, and those of every bid that is not named under `peers`.
  func read(_ assumptions: Item?) -> [String: CostToServe] {
    let entry = assumptions?.value.entries?.first {
      $0.key == "cost_to_serve" && !$0.value.isNull
    }
    guard let entry, let assumptions else { return [:] }
    let item = Item(
      value: entry.value, keySpot: entry.spot, path: "\(assumptions.path)/cost_to_serve",
      findings: folder.findings)
    var costs: [String: CostToServe] = [:]
    for (name, item) in item.named()
    where item.keyIsDeclared(name, in: bids + [PerformanceTable.peers], kind: "bids") {
      costs[name] = item.section(readCosts)
    }
    return costs
  }

  private func readCosts(_ section: Section) -> CostToServe? {
    let usual = CostToServe()
    let share = section.given("share").map { $0.share(.serving) } ?? usual.share
    let improvement =
      section.given("improvement").map { $0.share(.serving) } ?? usual.improvement
    let most = section.given("most").map { $0.number(.effort) } ?? usual.most
    let walkAway = section.given("walk_away").map { $0.share(.margin) } ?? usual.walkAway
    let source = section.given("source")?.text()
    guard let share, let improvement, let most, let walkAway else { return nil }
    return CostToServe(
      share: share, improvement: improvement, most: most, walkAway: walkAway, source: source)
  }
}
