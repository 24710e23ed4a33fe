import Contracts

extension AwardReader {
  private static let demands = [
    "providers", "value", "lots", "share", "together", "apart", "not_both", "only_with",
    "incumbents", "budget",
  ]

  /// One rule: what has to hold, and its priority where it may give way.
  func readRule(_ name: String, _ section: Section, _ groups: [String: [String]]) -> AwardRule? {
    let priority = section.given("priority").map { $0.whole(1...1_000) }
    guard let (key, item) = section.one(of: Self.demands),
      let demand = readDemand(key, item, groups)
    else { return nil }
    if let priority, priority == nil { return nil }
    return AwardRule(name, demand, priority: priority ?? nil)
  }

  private func readDemand(
    _ key: String, _ item: Item, _ groups: [String: [String]]
  ) -> AwardRule.Demand? {
    switch key {
    case "providers":
      item.section { section in
        let lots = section.given("lots").map { self.lots(of: $0) }
        return count(section, item).map { .providers(min: $0, max: $1, lots: lots) }
      }
    case "value":
      item.section { section in
        let subject = subject(section, groups)
        guard let (least, most) = share(section, item), let subject else { return nil }
        return .value(of: subject, min: least, max: most)
      }
    case "lots":
      item.section { section in
        let subject = subject(section, groups)
        guard let (least, most) = count(section, item), let subject else { return nil }
        return .lots(of: subject, min: least, max: most)
      }
    case "share": item.section { readShare($0, item, groups) }
    case "together": several(item, of: lots, kind: "lots").map { .together($0) }
    case "apart": several(item, of: lots, kind: "lots").map { .apart($0) }
    case "not_both": several(item, of: bids, kind: "bids").map { .notBoth($0) }
    case "only_with": item.section(readOnlyWith)
    case "incumbents":
      item.section {
        $0.needed("keep")?.whole(1...max(lots.count, 1)).map { .incumbents(lots: $0) }
      }
    default: item.number(.amount).map { .budget($0) }
    }
  }

  private func readShare(
    _ section: Section, _ item: Item, _ groups: [String: [String]]
  ) -> AwardRule.Demand? {
    let subject = subject(section, groups)
    let lots = section.given("lots").map { self.lots(of: $0) } ?? self.lots
    guard let (least, most) = share(section, item), let subject else { return nil }
    func millionths(_ share: Double?) -> Int? { share.map { Int(($0 * 1e6).rounded()) } }
    return .share(of: subject, lots: lots, min: millionths(least), max: millionths(most))
  }

  private func readOnlyWith(_ section: Section) -> AwardRule.Demand? {
    let bid = section.needed("bid")?.reference(to: bids, kind: "bids")
    let item = section.needed("needs")
    let other = item?.reference(to: bids, kind: "bids")
    guard let bid, let other else { return nil }
    guard bid != other else {
      item?.refuse(.pair)
      return nil
    }
    return .onlyWith(bid, other)
  }

  /// `each`, a bid or a set of bids; each where none is named.
  private func subject(_ section: Section, _ groups: [String: [String]]) -> AwardRule.Subject? {
    guard let item = section.given("of") else { return .each }
    let names = ["each"] + bids + groups.keys.sorted()
    guard let name = item.reference(to: names, kind: "bids or award/groups") else { return nil }
    return name == "each" ? .each : .bids(groups[name] ?? [name])
  }

  private func lots(of item: Item) -> [String] {
    item.list().compactMap { $0.reference(to: lots, kind: "lots") }
  }

  /// Two different names at least.
  private func several(_ item: Item, of known: [String], kind: String) -> [String]? {
    let items = item.list()
    let names = items.compactMap { $0.reference(to: known, kind: kind) }
    guard names.count == items.count else { return nil }
    guard names.count > 1, Set(names).count == names.count else {
      item.refuse(.pair)
      return nil
    }
    return names
  }

  private func count(_ section: Section, _ item: Item) -> (Int?, Int?)? {
    bounds(section, item) { $0.whole(0...10_000) }
  }

  private func share(_ section: Section, _ item: Item) -> (Double?, Double?)? {
    bounds(section, item) { $0.share(.share) }
  }

  /// `min` and `max`, of which at least one is there, and the former not above the latter.
  private func bounds<Number: Comparable>(
    _ section: Section, _ item: Item, _ read: (Item) -> Number?
  ) -> (Number?, Number?)? {
    let least = section.given("min")
    let most = section.given("max")
    guard least != nil || most != nil else {
      item.refuse(.someKey(of: ["min", "max"]))
      return nil
    }
    let (lower, upper) = (least.flatMap(read), most.flatMap(read))
    guard (lower != nil) == (least != nil), (upper != nil) == (most != nil) else { return nil }
    if let lower, let upper, lower > upper {
      most?.refuse(.notBelow("min"))
      return nil
    }
    return (lower, upper)
  }
}
