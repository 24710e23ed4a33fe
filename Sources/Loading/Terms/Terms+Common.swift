import Contracts
import Quantities

/// Keys that terms of several families have.
extension Terms {
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
    section.needed("service_line").flatMap(serviceLine)
  }

  func serviceLine(_ item: Item) -> String? {
    item.reference(to: context.serviceLineIds, kind: "service_lines")
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
      (.oneOffFee, .oneOffFee):
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
