import Award
import Contracts
import Loading

extension AwardReport {
  /// The report for machines, as `docs/schema/award.schema.json` describes it.
  public var json: String {
    let objective = dossier.event.award.objective
    let document: Json = [
      "provenance": provenance.json, "event": dossier.event.json,
      "basis": .text(dossier.event.costBasis.rawValue),
      "objective": [
        "of": .text(objective.measure.rawValue), "tail_weight": .number(objective.tailWeight),
        "tail": .number(objective.tail),
      ],
      "gap_allowed": .number(gap), "lots": .texts(study.award.lots),
      "bids": .texts(study.award.bids), "columns": .count(study.award.columns.count),
      "status": .text(status), "award": .optional(study.answer.award, json(of:)),
      "conflict": conflictJson, "rules": .list(study.award.rules.map(json(of:))),
      "alternatives": .list(study.alternatives.map(json(of:))),
      "today": study.today.isEmpty ? .null : figures(of: study.today),
      "remainder": study.award.remainder.isEmpty ? .null : figures(of: study.award.remainder),
      "notes": .list(notes.map(\.json)),
    ]
    return document.document
  }

  private var status: String {
    switch study.answer {
    case .award(let choice): choice.isProved ? "optimal" : "stopped"
    case .conflict: "conflict"
    case .nothingFound: "nothing_found"
    }
  }

  private func json(of choice: AwardChoice) -> Json {
    [
      "objective": .number(choice.objective),
      "bound": choice.bound.isFinite ? .number(choice.bound) : .null,
      "is_proved": .truth(choice.isProved), "gave_way": .texts(choice.gaveWay),
      "cost": figures(of: choice.costs),
      "given": .list(
        choice.chosen.map { place in
          let column = study.columns[place]
          return [
            "bid": .text(study.award.bids[column.bid]), "cost": figures(of: column.costs),
            "shares": .list(
              column.given.map {
                [
                  "lot": .text(study.award.lots[$0.lot]),
                  "share": .number(Double($0.share) / 1e6),
                ]
              }),
          ]
        }),
    ]
  }

  private func figures(of costs: [Double]) -> Json {
    let figures = AwardFigures(costs, tail: dossier.event.award.objective.tail)
    return [
      "mean": .number(figures.mean), "standard_error": .number(figures.standardError),
      "p5": .number(figures.quantiles[0]), "p50": .number(figures.quantiles[1]),
      "p95": .number(figures.quantiles[2]), "tail_mean": .number(figures.tailMean),
    ]
  }

  private var conflictJson: Json {
    guard case .conflict(let conflict) = study.answer else { return .null }
    return [
      "conflicts": .list(conflict.conflicts.map { .texts($0) }),
      "smallest_to_give_way": .texts(conflict.smallestToGiveWay),
      "enough_alone": .texts(conflict.enoughAlone),
    ]
  }

  private func json(of rule: AwardRule) -> Json {
    let cost = study.ruleCosts.first { $0.rule == rule }
    let own = study.answer.award
    return [
      "name": .text(rule.name), "demand": .text(rule.demand.key),
      "priority": .optional(rule.priority) { .count($0) },
      "gave_way": .truth(own?.gaveWay.contains(rule.name) ?? false),
      "objective_without": .optional(cost?.without, Json.number),
      "costs": .optional(cost?.without) { .number((own?.objective ?? .nan) - $0) },
    ]
  }

  private func json(of alternative: AwardStudy.Alternative) -> Json {
    [
      "scenario": .text(alternative.scenario.key),
      "award": .optional(alternative.answer.award, json(of:)),
      "objective": .optional(alternative.objective, Json.number),
    ]
  }
}

extension AwardNote {
  fileprivate var json: Json {
    switch self {
    case .bound(let bid, let lots, let terms):
      [
        "kind": "bound_lots", "bid": .text(bid), "lots": .texts(lots), "terms": .texts(terms),
      ]
    case .indivisible(let bid, let terms):
      ["kind": "indivisible_terms", "bid": .text(bid), "lots": .list([]), "terms": .texts(terms)]
    }
  }
}
