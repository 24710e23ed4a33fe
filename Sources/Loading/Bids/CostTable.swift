import Contracts
import Quantities
import Tables

/// Reads what today's operation costs beside its staff, `costs.csv`.
struct CostTable {
  let file: String
  let terms: Terms
  let factors: LineFactors

  private enum Kind: String, CaseIterable {
    case technology
    case premises
    case other
  }

  private enum Paid: String, CaseIterable {
    case monthly
    case once
  }

  private static let columns = Columns(
    required: ["item", "kind", "amount"],
    optional: ["paid", "first_month", "last_month", "indexation"])

  private struct Fields {
    let item, kind, amount, paid: Column
    let line: OperationLine.Fields

    init(_ table: TableReader) {
      item = table.column("item")
      kind = table.column("kind")
      amount = table.column("amount")
      paid = table.column("paid")
      line = OperationLine.Fields(table)
    }
  }

  /// A fee for each row, a month or once.
  func read() -> PriceList {
    OperationLine(file: file, terms: terms, factors: factors).list(Self.columns) { table in
      let fields = Fields(table)
      return { record, line in read(record, fields, line) }
    }
  }

  private func read(
    _ record: borrowing Record, _ fields: Fields, _ line: OperationLine
  ) -> OperationLine.Row? {
    let findings = terms.folder.findings
    let item = line.readItem(record, fields.item)
    let kind = record.word(fields.kind, of: Kind.self, in: file, findings)
    let amount = record.number(fields.amount, in: 0...Bounds.amount.upper)
    let isStated = record.textIfPresent(fields.paid) != nil
    let paid =
      isStated ? record.word(fields.paid, of: Paid.self, in: file, findings) : .monthly
    let span = line.readSpan(record, fields.line, isPaidOnce: paid == .once)
    let indexation = line.readIndexation(record, fields.line)
    guard let item, let kind, let amount, let paid, let span, record.isSound else { return nil }
    let factor = factors.factor(on: indexation, isPaidOnce: paid == .once)
    let name = LineName(
      item: item, firstMonth: span.first > 1 ? span.first : nil, cost: kind.rawValue)
    let clause: Clause =
      switch paid {
      case .monthly:
        .fixedFee(FixedFee(amount: amount, span: span, indexation: factor.name))
      case .once:
        .oneOffFee(OneOffFee(amount: amount, month: span.first, indexation: factor.name))
      }
    return OperationLine.Row(
      name: name, clause: clause, factors: factor.clauses, line: record.line)
  }
}
