import Contracts
import Decision

extension BestRegimeReport {
  /// The report for machines, as `docs/schema/best-regime.schema.json` describes it.
  public var json: String {
    let document: Json = [
      "provenance": provenance.json, "event": event.json, "bid": .text(bid.id),
      "statistic": .text(statistic.rawValue), "written": json(of: written),
      "frontier": .list(
        frontier.map { point in
          ["least_margin": .number(point.least), "regime": json(of: point.found)]
        }),
    ]
    return document.document
  }

  private func json(of found: RegimeSearch.Found) -> Json {
    let contract = bid.contract.setting(found.values)
    let terms = bid.contract.regimeTerms.map { ($0.key, contract.value(of: $0)) }
    return [
      "terms": .object(
        Dictionary(terms.map { ($0, Json.optional($1, Json.number)) }) { first, _ in first }),
      "cost": .number(found.cost), "accepted": .truth(found.isAccepted),
      "response": .object(found.response.facts),
    ]
  }
}
