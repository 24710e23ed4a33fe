import Contracts
import Crew
import Decision
import Loading
import Simulation

extension RankReport {
  /// The report for machines, as `docs/schema/rank.schema.json` describes it.
  public var json: String {
    let bids = bids
    var document: [String: Json] = [
      "provenance": provenance.json, "event": comparison.event.json,
      "basis": .text(basis.rawValue),
      "bids": .list(bids.indices.mapSideBySide { json(of: bids[$0]) }),
      "baseline": .optional(baseline, json(of:)), "ranking": .list(bids.compactMap(place(of:))),
      "pairwise": .list(pairs), "variants": variantsJson, "fits": FitReport(dossier).json,
      "findings": findingsJson,
      "notes": .list(dossier.notes.map(\.json)),
      "interruption": ending.interruption(after: provenance.futures),
      "stopping": stoppingJson, "controls": controlsJson, "requirements": matrix.json,
      "cases": casesJson, "method": methodJson, "why": whyJson, "hand_scores": scoreSheetJson,
      "sensitivity": sensitivityJson,
    ]
    document["inputs"] = inputs.map(json(of:))
    return Json.object(document).document
  }

  private func place(of bid: OptionFigures) -> Json? {
    bid.row.map { row in
      [
        "bid": .text(bid.bid.id), "rank": .count(row.rank),
        "tied_with_above": .truth(row.isTiedWithAbove),
      ]
    }
  }

  private var pairs: [Json] {
    let options = options
    let pairs = options.indices.flatMap { first in
      options.indices.filter { options[$0].position > options[first].position }.map { (first, $0) }
    }
    return pairs.indices.mapSideBySide { pair(options[pairs[$0].0], options[pairs[$0].1]) }
  }

  private func pair(_ first: OptionFigures, _ second: OptionFigures) -> Json {
    let outcome = comparison.outcome
    let difference = comparison.difference(first.position, second.position)
    let chance = outcome.winShare(of: first.position, over: second.position)
    return [
      "first": .text(first.bid.id), "second": .text(second.bid.id),
      "chance_first_cheaper": Estimate.share(chance, of: outcome.futures).json,
      "difference": difference.json,
    ]
  }

  private func json(of option: OptionFigures) -> Json {
    let bid = option.bid
    var members: [String: Json] = [
      "id": .text(bid.id), "name": .text(bid.name), "round": .text(bid.round),
      "cost": costJson(option), "risk": cost(option)?.risk.json ?? .null,
      "credits": [
        "present_value": option.credits.json, "nominal": option.tally.nominalCredits.json,
      ],
      "loss": option.tally.loss.json, "service": option.service,
      "compliance": option.coverageJson, "base_case": option.baseCase.json,
      "stated_total": .optional(bid.statedTotal, Json.number),
      "deviations": .list(bid.deviations.map(\.json)),
      "levelling": option.levellingJson,
    ]
    if let row = option.row { members.merge(judged(option, row)) { own, _ in own } }
    return .object(members)
  }

  /// What is said of bids only.
  private func judged(_ option: OptionFigures, _ row: Ranking.Row) -> [String: Json] {
    let criteria = comparison.event.criteria.map(\.id)
    let scores = zip(criteria, row.scores.map(Json.number))
    let measures = zip(criteria, row.measures.map(Json.number))
    return [
      "rank": .count(row.rank), "tied_with_above": .truth(row.isTiedWithAbove),
      "score": row.overall.json, "scores": .object(Dictionary(scores) { _, later in later }),
      "measures": .object(Dictionary(measures) { _, later in later }),
      "price": .optional(row.price, Json.number), "minimums": .list(row.minimums.map(\.json)),
      "below_minimum": .texts(option.eligibility.belowMinimum),
      "hand_scores": handScores(of: option), "awardable": .truth(option.eligibility.isAwardable),
      "failed": .texts(option.eligibility.failed),
      "conditions": .texts(option.eligibility.conditions),
      "cheapest": chanceCheapest(option).json,
      "against_baseline": .optional(option.againstBaseline, \.json),
    ]
  }

  private func costJson(_ option: OptionFigures) -> Json {
    var members: [String: Json] = ["nominal": option.tally.nominal.json]
    for (basis, summary) in option.cost {
      members[basis.rawValue] = option.costMean[basis].map(summary.json) ?? .null
    }
    if option.mayExit { members["if_never_leaving"] = option.tally.stayed.json }
    return .object(members)
  }
}
