import Contracts

extension EventFile {
  /// The criteria; the standard ones where none is named.
  func readCriteria(_ item: Item) -> [Criterion] {
    let named = item.named()
    guard !named.isEmpty else { return Criterion.standard }
    let criteria = named.compactMap { readCriterion($0.name, $0.item) }
    if criteria.count == named.count, criteria.allSatisfy({ $0.weight == 0 }) {
      item.refuse(.within(lower: 0, upper: .infinity, open: true))
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
      let weight = section.needed("weight")?.number(.notNegative)
      let scale = section.given("scale").map(readScale) ?? usual
      guard let weight, let scale else { return nil }
      return Criterion(measure: measure, weight: weight, scale: scale)
    }
  }

  private func readScale(_ item: Item) -> Criterion.Scale? {
    guard let entries = item.value.entries else {
      return item.word(of: ["lowest_over_own"]).map { _ in .lowestOverOwn }
    }
    let isShare = entries.contains { $0.key == "share_of_lowest_cost" }
    return item.section { section in
      if isShare {
        return section.needed("share_of_lowest_cost")?.share(.positive)
          .map { .shareOfLowestCost(worst: $0) }
      }
      let best = section.needed("best")?.share()
      let worst = section.needed("worst")?.share()
      guard let best, let worst else { return nil }
      guard best != worst else {
        item.refuse(.pair)
        return nil
      }
      return .linear(best: best, worst: worst)
    }
  }
}
