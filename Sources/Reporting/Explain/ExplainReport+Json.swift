import Contracts
import Settlement
import Simulation

extension ExplainReport {
  /// The report for machines, as `docs/schema/explain.schema.json` describes it.
  public var json: String {
    let document: Json = [
      "provenance": provenance.json, "event": event.json, "basis": .text(basis.rawValue),
      "bid": ["id": .text(bid.id), "name": .text(bid.name), "round": .text(bid.round)],
      "future": .count(future), "chosen": .text(choice.rawValue),
      "month": .optional(month) { .count($0) }, "entries": .list(shown.map(json(of:))),
      "months": .list(
        months.filter { one in month.map { $0 == one.month } ?? true }.map(json(of:))),
      "totals": [
        "before_credits": .number(beforeCredits), "credits": .number(credits),
        "after_credits": .number(beforeCredits + credits),
      ],
    ]
    return document.document
  }

  private func json(of entry: Ledger.Entry) -> Json {
    let line = line(of: entry)
    return [
      "month": .count(entry.month), "line": .text(line.title), "clause": .text(line.clause),
      "kind": .text(line.kind.rawValue), "formula": .text(entry.working.formula),
      "inputs": .list(
        entry.working.inputs.map { ["name": .text($0.name), "value": .number($0.value)] }),
      "amount": .number(entry.amount), "discount": .number(entry.discount),
      "present_value": .number(entry.presentValue),
      "indexation": .optional(entry.indexation, Json.text),
      "level": .optional(entry.level) { .text(contract.levels[$0]) },
    ]
  }

  private func json(of month: Ledger.Month) -> Json {
    [
      "month": .count(month.month), "calendar_month": .text("\(calendarMonth(month.month))"),
      "live": .truth(month.isLive), "exercises": .truth(month.exercises),
      "defaults": .texts(month.defaults.map { contract.levels[$0] }),
      "open_rights": .texts(month.openRights.map { contract.rights[$0] }),
      "factors": .list(month.factors.compactMap(json(of:))),
      "levels": .list(month.levels.indices.compactMap { json(of: month, level: $0) }),
    ]
  }

  private func json(of factor: Ledger.Factor) -> Json? {
    indexation(factor.indexation).map { clause in
      [
        "indexation": .text(factor.indexation), "value": .number(factor.value),
        "index": .text(clause.followed.indices.joined(separator: ", ")),
        "index_level": .number(factor.index),
        "index_base": .number(factor.base),
        "adjusted_in": .optional(factor.adjustedIn) { .count($0) },
        "adjusted_from": .number(factor.adjustedFrom), "adjusted_to": .number(factor.adjustedTo),
        "move": .number(factor.move),
        "share": .number(clause.share), "cap": .optional(clause.cap, Json.number),
        "floor": .optional(clause.floor, Json.number), "basis": .text(clause.basis.rawValue),
        "limits": .text(clause.limited.rawValue), "limited": .truth(factor.isLimited),
      ]
    }
  }

  private func json(of month: Ledger.Month, level position: Int) -> Json? {
    promise(of: position).map { promise in
      let level = month.levels[position]
      return [
        "level": .text(contract.levels[position]), "metric": .text(promise.metric),
        "attainment": .optional(level.attainment, Json.number), "target": .number(promise.target),
        "compare": .text(promise.comparison.rawValue), "counts": .truth(level.counts),
        "default": .truth(level.run > 0), "run": .count(level.run), "weight": .number(level.weight),
      ]
    }
  }
}
