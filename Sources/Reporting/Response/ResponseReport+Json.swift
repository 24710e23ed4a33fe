import Contracts
import Decision
import Simulation

extension ResponseReport {
  /// The report for machines, as `docs/schema/response.schema.json` describes it.
  public var json: String {
    let document: Json = [
      "provenance": provenance.json, "event": event.json,
      "bids": .list(
        rows.map { .object(["id": .text($0.bid.id)].merging($0.response.facts) { $1 }) }),
    ]
    return document.document
  }
}

extension ProviderResponse {
  /// The answer as facts; amounts are present values.
  var facts: [String: Json] {
    [
      "effort": .number(effort), "most_effort": .number(costs.most),
      "cost_to_serve": .number(costs.share), "improvement": .number(costs.improvement),
      "walk_away": .number(costs.walkAway), "source": .optional(costs.source, Json.text),
      "illustrative": .truth(costs.source == nil), "charges": charges.json,
      "margin": margin.json, "margin_at_record": marginAtRecord.json, "gain_by_effort": gain.json,
      "credits": credits.json, "credits_at_record": creditsAtRecord.json,
      "buyers_gain": buyersGain.json, "participates": .truth(participates),
    ]
  }
}
