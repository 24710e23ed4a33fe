import Contracts
import Quantities
import Tables

/// Reads the staff of today's operation, `staff.csv`.
struct StaffTable {
  let file: String
  let terms: Terms
  let factors: LineFactors

  private static let columns = Columns(
    required: ["grade", "fte", "salary"],
    optional: ["place", "loading", "first_month", "last_month", "indexation"])

  private struct Fields {
    let grade, place, fte, salary, loading: Column
    let line: OperationLine.Fields

    init(_ table: TableReader) {
      grade = table.column("grade")
      place = table.column("place")
      fte = table.column("fte")
      salary = table.column("salary")
      loading = table.column("loading")
      line = OperationLine.Fields(table)
    }
  }

  /// A charge for each row: `fte · salary / 12 · (1 + loading)` a month.
  func read() -> PriceList {
    OperationLine(file: file, terms: terms, factors: factors).list(Self.columns) { table in
      let fields = Fields(table)
      return { record, line in read(record, fields, line) }
    }
  }

  private func read(
    _ record: borrowing Record, _ fields: Fields, _ line: OperationLine
  ) -> OperationLine.Row? {
    let grade = line.readItem(record, fields.grade)
    let place = record.textIfPresent(fields.place)
    if let place, !isSafeName(place) {
      line.report(.safeName, record.place(of: fields.place), found: place)
    }
    let amounts = 0...Bounds.amount.upper
    let staff = record.number(fields.fte, in: amounts)
    let salary = record.number(fields.salary, in: amounts)
    let loading = record.shareIfPresent(fields.loading)
    if let loading, !(0...10).contains(loading) {
      line.report(
        .within(lower: 0, upper: 10, open: false), record.place(of: fields.loading),
        found: record.textIfPresent(fields.loading) ?? "")
    }
    let span = line.readSpan(record, fields.line)
    let indexation = line.readIndexation(record, fields.line)
    guard let grade, let staff, let salary, let span, record.isSound else { return nil }
    let factor = factors.factor(on: indexation)
    let name = LineName(
      item: grade, location: place,
      firstMonth: span.first > 1 ? span.first : nil)
    let rate = salary / 12 * (1 + (loading ?? 0))
    return OperationLine.Row(
      name: name,
      clause: .staffCharge(
        StaffCharge(.stated([staff]), rate: rate, span: span, indexation: factor.name)),
      factors: factor.clauses, line: record.line)
  }
}
