import Contracts
import Quantities

/// What terms of several families are written with.
extension Terms {
  /// The prices by whose charge a clause is measured, or all of the charge.
  struct Scope {
    var prices: [String]?
  }

  /// `all`, or a list of prices.
  func readScope(_ item: Item) -> Scope? {
    guard item.plain != "all" else { return Scope() }
    let items = item.list()
    let names = items.map(readPrices)
    return items.isEmpty || names.contains(nil) ? nil : Scope(prices: distinct(names))
  }

  /// The prices that a list names; nothing where one is unknown.
  func readPriceList(_ item: Item) -> [String]? {
    let names = item.list().map(readPrices)
    return names.contains(nil) ? nil : distinct(names)
  }

  /// The prices that a name means: one, all of an item, or all of a location or role, which a bid
  /// may have none of; any text where not all prices could be read.
  private func readPrices(_ item: Item) -> [String]? {
    guard let priceNames else { return item.text().map { [$0] } }
    if case .scalar(let name, _) = item.value.content, LineName.isGroup(name),
      priceGroups[name] == nil
    {
      folder.findings.note(.nothingPriced(option: option, path: item.path, name: name))
      return []
    }
    let name = item.reference(
      to: priceNames + priceGroups.keys.sorted(), kind: "prices.csv or terms/prices")
    return name.map { (priceNames.contains($0) ? [$0] : []) + (priceGroups[$0] ?? []) }
  }

  private func distinct(_ names: [[String]?]) -> [String] {
    names.compactMap(\.self).flatMap(\.self).reduce(into: []) { all, name in
      if !all.contains(name) { all.append(name) }
    }
  }

  func readServiceLine(_ item: Item) -> String? {
    item.reference(to: context.serviceLineIds, kind: "service_lines")
  }

  func readIndexationName(_ item: Item) -> String? {
    item.reference(to: indexations, kind: "terms/indexation")
  }

  /// The periods that a clause settles: every month from the first unless it says otherwise.
  func readReckoning(_ section: Section) -> Reckoning? {
    let period = section.given("period").map { $0.choice(of: Period.self) } ?? .month
    let first = section.given("from").map { $0.whole(1...EventContext.longestHorizon) } ?? 1
    let rest =
      section.given("part_period").map { $0.choice(of: Reckoning.Rest.self) } ?? .notSettled
    guard let period, let first, let rest else { return nil }
    return Reckoning(every: period, from: first, rest: rest)
  }

  /// The months between `from` and `to`.
  func readSpan(_ section: Section) -> MonthSpan? {
    let first = section.given("from").map { $0.whole(1...context.horizon) } ?? 1
    guard let lastItem = section.given("to") else { return first.map { MonthSpan(from: $0) } }
    guard let last = lastItem.whole(1...EventContext.longestHorizon), let first else { return nil }
    guard last >= first else {
      lastItem.refuse(.lastAfterFirst)
      return nil
    }
    return MonthSpan(from: first, to: last)
  }

  /// The indexation that is followed, or nothing where none is.
  func readFollowedName(_ section: Section) -> String? {
    section.given("indexation").flatMap(readIndexationName)
  }

  func readServiceLine(_ section: Section) -> String? {
    section.needed("service_line").flatMap(readServiceLine)
  }

  /// The prices of which a part of the charge is made up, or nothing for `all` of it.
  func readPriceNames(_ section: Section) -> [String]? {
    section.given("of").flatMap(readScope)?.prices
  }
}

extension Clause {
  /// Whether both are prices of the same kind, whose names are not used twice.
  func isLike(_ other: Clause) -> Bool {
    switch (self, other) {
    case (.fixedFee, .fixedFee), (.unitPrice, .unitPrice), (.tieredPrice, .tieredPrice),
      (.oneOffFee, .oneOffFee), (.staffCharge, .staffCharge):
      true
    default: false
    }
  }
}

extension WrittenValue {
  /// Whether a mapping has a value under `key`.
  func holds(_ key: String) -> Bool {
    entries?.contains { $0.key == key && !$0.value.isNull } ?? false
  }

  /// Whether a price is reckoned beside the prices of the month's charge.
  var isBesidePrices: Bool {
    let kind = entries?.first { $0.key == "kind" }?.value.content
    guard case .scalar(let text, _)? = kind else { return false }
    return ["minimum_fee", "hidden"].contains(text)
  }
}
