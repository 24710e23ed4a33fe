import Contracts
import Decision
import Simulation

extension SensitivitySection {
  /// How many ranks are shown at most.
  private static let mostRanks = 8

  func add(_ acceptability: Acceptability, to page: inout Page) {
    page.section("How often each bid has which rank: \(acceptability.space.words) (SMAA-2)")
    let ranks = 0..<min(ids.count, Self.mostRanks)
    page.table(
      TextTable(
        keys: ["bid"],
        ranks.map { "rank \($0 + 1)" } + ["confi- dence"]
          + sensitivity.criteria.map { "central weight of \($0.words)" },
        rows: zip(ids, places).map { id, place in
          [marked(id)] + ranks.map { acceptability.ranks[place][$0].value.chance }
            + [acceptability.confidence[place]?.value.chance ?? unknown]
            + sensitivity.criteria.indices.map { criterion in
              acceptability.centralWeights[place]?[criterion].value.percent() ?? unknown
            }
        }))
    page.paragraph(error(of: acceptability))
    page.gap()
    page.points(meaning(of: acceptability))
  }

  /// How exact the table is.
  private func error(of acceptability: Acceptability) -> String {
    let errors = acceptability.ranks.flatMap { $0.map(\.standardError) }
    let draws = "\(acceptability.draws.figure) draws of weights and futures"
    guard let most = errors.max(), most.isFinite, most > 0 else { return "\(draws)." }
    return "\(draws); standard errors of ranks are \(most.percent(places: 2)) at most."
  }

  /// What it means for the decision.
  private func meaning(of acceptability: Acceptability) -> [String] {
    let first = acceptability.ranks.map { $0[0].value }
    let order = places.sorted { first[$0] > first[$1] }
    guard let best = order.first else { return [] }
    let never = order.filter { first[$0] == 0 }
    let often = "\(id(best)) is first in \(first[best].chance) of the draws."
    let others = order.dropFirst().filter { first[$0] >= 0.01 }.map { bid in
      "\(id(bid)) is first in \(first[bid].chance); it would need weights around "
        + "\(weights(acceptability, bid)), and with those is first in "
        + "\(acceptability.confidence[bid]?.value.chance ?? unknown) of the futures."
    }
    let none =
      never.isEmpty
      ? [] : ["\(names(never).listed) \(never.count == 1 ? "is" : "are") never first."]
    return [often] + others + none
  }

  private func weights(_ acceptability: Acceptability, _ bid: Int) -> String {
    let central = acceptability.centralWeights[bid] ?? []
    return zip(sensitivity.criteria, central).map { criterion, weight in
      "\(criterion.words) \(weight.value.percent())"
    }.listed
  }
}
