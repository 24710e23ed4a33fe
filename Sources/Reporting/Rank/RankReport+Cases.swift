import Contracts
import Decision
import Loading
import Simulation

/// The cases that the buyer names beside the simulation.
extension RankReport {
  /// The costs in each case of the event, behind those in none of them.
  static func cases(_ comparison: Comparison, _ dossier: Dossier) -> [NamedCaseCosts] {
    let event = comparison.event
    guard !event.cases.isEmpty else { return [] }
    return ([NamedCase(name: "base case")] + event.cases).map { named in
      NamedCaseCosts(
        named, comparison.options, baseline: comparison.baseline, of: event, dossier.assumptions)
    }
  }

  /// Adds what every option costs in each case, and how far that is from the base case.
  func addCases(to page: inout Page) {
    guard let base = cases.first else { return }
    let named = cases.dropFirst()
    page.section("Net present cost \(basis.shortWords) in named cases, each settled once")
    page.table(
      TextTable(
        keys: ["option"],
        ["base case"] + named.flatMap { [$0.named.name, "less base"] },
        rows: options.map { option in
          let cost = base.netPresent[option.position]
          return [option.bid.id, money(cost)]
            + named.flatMap { one in
              let other = one.netPresent[option.position]
              return [money(other), money(other - cost)]
            }
        }))
    page.points(named.map { "\($0.named.name): \($0.named.words)" })
  }

  /// The cases for machines; the first is the base case.
  var casesJson: Json {
    .list(
      cases.map { one in
        let costs = options.map { ($0.bid.id, Json.number(one.netPresent[$0.position])) }
        return [
          "name": .text(one.named.name), "text": .text(one.named.text),
          "net_present": .object(Dictionary(costs) { first, _ in first }),
        ]
      })
  }
}

extension NamedCase {
  /// The buyer's words for the case, or else what it changes.
  fileprivate var words: String {
    if !text.isEmpty { return text.clean }
    let multiples = (volumes.sorted { $0.key < $1.key } + indices.sorted { $0.key < $1.key })
      .map { "\($0.key) \($0.value.percentExact)" }
    let metrics = attainment.keys.sorted()
    let parts = [
      multiples.isEmpty ? nil : multiples.listed,
      metrics.isEmpty ? nil : "another attainment of \(metrics.listed)",
      goLiveDelay == 0 ? nil : "live \(goLiveDelay.of("month")) late",
    ].compactMap { $0 }
    return (parts.isEmpty ? "as the base case" : parts.joined(separator: "; ")) + "."
  }
}
