import Contracts
import Quantities
import Settlement

extension StatementReport {
  /// The report for machines, as `docs/schema/statement.schema.json` describes it.
  public var json: String {
    let document: Json = [
      "title": .text(title), "currency": .text(event.currency),
      "readings": .list(readings.map(json(of:))),
    ]
    return document.document
  }

  private func json(of reading: Reading) -> Json {
    let statement = reading.statement
    return [
      "reading": .text(reading.label),
      "rounding": [
        "mode": .text(statement.rounding.mode.rawValue),
        "places": .count(statement.rounding.places),
      ],
      "months": .list(
        statement.shownMonths(month).map { month in
          [
            "month": .count(month), "calendar_month": .text("\(calendarMonth(month))"),
            "lines": .list(
              statement.lines.map { line in
                [
                  "line": .text(line.line.title), "clause": .text(line.line.clause),
                  "kind": .text(line.line.kind.rawValue),
                  "amount": stated(line.amounts[month - 1]),
                ]
              }),
            "totals": totals(of: statement, in: month), "levels": levels(of: statement, in: month),
            "figures": figures(of: statement, in: month),
          ]
        }),
      "net_due": stated(statement.netDue.reduce(0, +)),
    ]
  }

  /// A number, or null where the contract states none.
  private func stated(_ amount: Double) -> Json {
    .optional(amount.isNaN ? nil : amount, Json.number)
  }

  private func totals(of statement: Statement, in month: Int) -> Json {
    .list(
      Statement.totals.map { total, _ in
        ["total": .text(total.rawValue), "amount": stated(statement.total(total)[month - 1])]
      })
  }

  private func levels(of statement: Statement, in month: Int) -> Json {
    let happened = statement.happened[month - 1]
    return .list(
      statement.contract.levels.indices.map { at in
        [
          "level": .text(statement.contract.levels[at]),
          "attainment": .optional(happened.levels[at].attainment, Json.number),
          "default": .truth(happened.defaults.contains(at)),
        ]
      })
  }

  private func figures(of statement: Statement, in month: Int) -> Json {
    .list(
      statement.figures.compactMap { figure in
        figure.values[month - 1].map { value in
          [
            "clause": .text(figure.clause), "figure": .text(figure.name), "value": stated(value),
          ]
        }
      })
  }
}
