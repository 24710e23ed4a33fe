import Contracts
import Quantities

/// What several kinds of terms are written with.
extension Terms {
  /// The prices by whose charge a clause is measured, or all of the charge.
  struct Scope {
    var prices: [String]?
  }

  /// `all`, or a list of prices.
  func readScope(_ item: Item) -> Scope? {
    guard item.plain != "all" else { return Scope() }
    let items = item.list()
    let names = items.compactMap(readPriceName)
    return names.isEmpty || names.count < items.count ? nil : Scope(prices: names)
  }

  /// The name of a price; any text where not all prices could be read.
  func readPriceName(_ item: Item) -> String? {
    priceNames.map { item.reference(to: $0, kind: "prices.csv or terms/prices") } ?? item.text()
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
}
