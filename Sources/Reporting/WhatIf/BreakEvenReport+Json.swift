import Contracts
import Decision
import Simulation

extension BreakEvenReport {
  /// The report for machines, as `docs/schema/whatif.schema.json` describes it.
  public var json: String {
    let document: Json = [
      "provenance": provenance.json, "event": event.json,
      "basis": .text(event.costBasis.rawValue),
      "break_even": [
        "path": .text(path), "bid": .text(bid), "other": .optional(equal.bid, Json.text),
        "target": .optional(equal.amount, Json.number),
        "from": .number(low.value), "to": .number(high.value),
        "as_written": .list(
          written.map { bid, number in
            ["bid": .optional(bid, Json.text), "text": .text(number.text)]
          }),
        "answers": .list(answers.map(\.json)),
      ],
    ]
    return document.document
  }
}

extension BreakEvenReport.Answer {
  fileprivate var json: Json {
    [
      "basis": .text(basis.rawValue), "as_written": .optional(asWritten, \.json),
      "changes_nothing": .truth(search.isFlat),
      "scan": .list(
        search.scan.map { ["value": .number($0.value), "gap": $0.gap.json] }),
      "roots": .list(
        search.roots.map { root in
          [
            "value": .number(root.value), "gap": root.gap.json,
            "standard_error": .optional(root.standardError, Json.number),
            "slope": .optional(root.slope, Json.number), "is_jump": .truth(root.isJump),
          ]
        }),
    ]
  }
}
