import Contracts

extension EventFile {
  /// The criteria; the standard ones where none is named.
  func readCriteria(_ item: Item) -> [Criterion] {
    let named = item.named()
    guard !named.isEmpty else { return Criterion.standard }
    let criteria = named.compactMap { readCriterion($0.name, $0.item) }
    if criteria.count == named.count, criteria.allSatisfy({ $0.weight == 0 }) {
      item.refuse(.someWeight)
    }
    return criteria
  }

  private func readCriterion(_ name: String, _ item: Item) -> Criterion? {
    let names = Criterion.Measure.allCases.map(\.rawValue)
    guard item.keyIsDeclared(name, in: names, kind: "criteria"),
      let measure = Criterion.Measure(rawValue: name)
    else { return nil }
    let usual = Criterion.standard.first { $0.measure == measure }?.scale ?? .lowestOverOwn
    return item.section { section in
      let weight = section.needed("weight")?.number(.amount)
      let scale = section.given("scale").map { readScale($0, of: measure) } ?? usual
      guard let weight, let scale else { return nil }
      return Criterion(measure: measure, weight: weight, scale: scale)
    }
  }

  /// Money is compared with the lowest bid's, compliance with what is stated: on any other scale
  /// a score would be no share of what could be reached.
  private func readScale(_ item: Item, of measure: Criterion.Measure) -> Criterion.Scale? {
    switch measure {
    case .cost: lowestOverOwn(item)
    case .risk: item.value.entries == nil ? lowestOverOwn(item) : item.section(shareOfLowestCost)
    case .compliance: item.section(linear)
    }
  }

  private func lowestOverOwn(_ item: Item) -> Criterion.Scale? {
    item.word(of: ["lowest_over_own"]).map { _ in .lowestOverOwn }
  }

  private func shareOfLowestCost(_ section: Section) -> Criterion.Scale? {
    section.needed("share_of_lowest_cost")?.share(Bounds(lower: 0.000_1, upper: 100))
      .map { .shareOfLowestCost(worst: $0) }
  }

  private func linear(_ section: Section) -> Criterion.Scale? {
    let bestItem = section.needed("best")
    let best = bestItem?.share(.share)
    let worst = section.needed("worst")?.share(.share)
    guard let best, let worst else { return nil }
    guard best > worst else {
      bestItem?.refuse(.within(lower: worst, upper: .infinity, open: true))
      return nil
    }
    return .linear(best: best, worst: worst)
  }
}
