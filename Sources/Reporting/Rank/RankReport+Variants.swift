import Contracts
import Decision
import Simulation

extension RankReport {
  /// Adds the ranking beside those in which something else is known about the providers.
  func addVariants(to page: inout Page) {
    let variants = comparison.variants
    guard !variants.isEmpty else { return }
    page.section("How much rests on what is known of the providers")
    page.table(
      TextTable(
        keys: ["bid"],
        ["rank", "score", "std dev of cost"]
          + variants.flatMap { ["rank, \($0.kind.words)", "score", "std dev of cost"] },
        rows: bids.map { bid in
          [bid.bid.id] + cells(bid.row, bid.cost[basis]?.standardDeviation)
            + variants.flatMap { variant in
              cells(
                variant.ranking.rows.first { $0.option == bid.position },
                variant.spreads[bid.position])
            }
        }))
    page.points(variants.map { "\($0.kind.explanation) \($0.futures.of("future"))." })
  }

  private func cells(_ row: Ranking.Row?, _ spread: Double?) -> [String] {
    [
      row.map { "\($0.rank)" } ?? unknown, row?.overall.value.figure(places: 1) ?? unknown,
      money(spread ?? .nan),
    ]
  }

  /// The variants for machines.
  var variantsJson: Json {
    .list(
      comparison.variants.map { variant in
        let spreads = zip(comparison.options.map(\.bid.id), variant.spreads.map(Json.number))
        return [
          "kind": .text(variant.kind.rawValue), "futures": .count(variant.futures),
          "ranking": .list(variant.ranking.rows.map(place(of:))),
          "standard_deviations": .object(Dictionary(spreads) { _, later in later }),
        ]
      })
  }

  private func place(of row: Ranking.Row) -> Json {
    [
      "bid": .text(comparison.options[row.option].bid.id), "rank": .count(row.rank),
      "tied_with_above": .truth(row.isTiedWithAbove), "score": row.overall.json,
    ]
  }
}

extension Variant.Kind {
  fileprivate var words: String {
    switch self {
    case .equalInformation: "equal information"
    case .knownCoefficients: "all known"
    }
  }

  fileprivate var explanation: String {
    switch self {
    case .equalInformation:
      "Equal information: every provider is known equally well, whatever the length of its history."
    case .knownCoefficients: "All known: every coefficient is taken as known exactly."
    }
  }
}
