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
    ]
  }

  private func json(of month: Ledger.Month) -> Json {
    [
      "month": .count(month.month), "calendar_month": .text("\(calendarMonth(month.month))"),
      "live": .truth(month.isLive), "exercises": .truth(month.exercises),
      "defaults": .texts(month.defaults.map { contract.levels[$0] }),
      "open_rights": .texts(month.openRights.map { contract.rights[$0] }),
    ]
  }
}
