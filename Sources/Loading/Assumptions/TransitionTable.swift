import Contracts

/// Reads `assumptions/transition`: by how much bids may go live late.
struct TransitionTable {
  let folder: EventFolder

  /// The bids that may be named.
  let bids: [String]
  let goLive: Int
  let horizon: Int

  /// The delays by bid, and those of every bid that is not named under `peers`.
  func read(_ assumptions: Item?) -> [String: [TransitionDelay.Outcome]] {
    let entry = assumptions?.value.entries?.first { $0.key == "transition" && !$0.value.isNull }
    guard let entry, let assumptions else { return [:] }
    let item = Item(
      value: entry.value, keySpot: entry.spot, path: "\(assumptions.path)/transition",
      findings: folder.findings)
    if !folder.folders(in: "").contains(BidFolder.baseline) {
      folder.findings.add(.baseline, at: entry.spot, path: item.path)
    }
    var delays: [String: [TransitionDelay.Outcome]] = [:]
    for (name, item) in item.named()
    where item.keyIsDeclared(name, in: bids + [PerformanceTable.peers], kind: "bids") {
      delays[name] = item.section { $0.needed("delay").flatMap(readOutcomes) }
    }
    return delays
  }

  private func readOutcomes(_ item: Item) -> [TransitionDelay.Outcome]? {
    let items = item.list()
    let outcomes = items.compactMap { item in
      item.section { section -> TransitionDelay.Outcome? in
        let months = section.needed("months")?.wholeMonths(0...max(horizon - goLive, 0))
        let probability = section.needed("probability")?.share(.share)
        guard let months, let probability else { return nil }
        return TransitionDelay.Outcome(months: months, probability: probability)
      }
    }
    guard outcomes.count == items.count else { return nil }
    guard TransitionDelay.areComplete(outcomes) else {
      item.refuse(.wholeChance)
      return nil
    }
    return outcomes
  }
}
