import Contracts
import Quantities
import Tables

/// Reads the rows of an `adjustments.csv`: what the buyer adds to a bid or takes from it.
struct AdjustmentTable {
  let file: String
  let option: String
  let context: EventContext
  let folder: EventFolder

  /// The price lines of the bid, or nothing where its prices are not all known.
  let items: [String]?

  private struct Fields {
    let line, kind, amount, low, high, basis, first, last, author, approver, note: Column

    init(_ table: TableReader) {
      line = table.column("line")
      kind = table.column("kind")
      amount = table.column("amount")
      low = table.column("low")
      high = table.column("high")
      basis = table.column("basis")
      first = table.column("first_month")
      last = table.column("last_month")
      author = table.column("author")
      approver = table.column("approver")
      note = table.column("note")
    }
  }

  /// The kinds that may be stated.
  private enum Word: String, CaseIterable {
    case unpriced, exclusion, assumption, qualification, error
  }

  /// The adjustments in the order of the file; none where the bid has no such file.
  func read() -> [StatedAdjustment] {
    guard folder.holds(file), let bytes = folder.bytes(file) else { return [] }
    let columns = Columns(
      required: ["line", "kind", "amount", "basis", "author"],
      optional: ["low", "high", "first_month", "last_month", "approver", "note"])
    let table = TableReader(bytes: bytes, name: file, columns: columns)
    let fields = Fields(table)
    var adjustments: [StatedAdjustment] = []
    table.forEachRecord { record in
      guard let adjustment = read(record, fields) else { return }
      adjustments.append(adjustment)
      guard !adjustment.isApproved else { return }
      folder.findings.note(
        .notApproved(
          option: option, line: adjustment.line, kind: adjustment.kind.rawValue,
          author: adjustment.author, isSame: adjustment.approver != nil))
    }
    folder.findings.add(table.faults, file: file)
    return adjustments
  }

  private func read(_ record: borrowing Record, _ fields: Fields) -> StatedAdjustment? {
    let word = record.word(fields.kind, of: Word.self, in: file, folder.findings)
    let kind = word.flatMap { LevellingAdjustment.Kind(rawValue: $0.rawValue) }
    let basis = record.word(
      fields.basis, of: StatedAdjustment.Basis.self, in: file, folder.findings)
    let line = line(record, fields, kind)
    let author = record.text(fields.author)
    let span = span(record, fields)
    guard let kind, let basis else { return nil }
    let before = folder.findings.count
    let amount = amount(record, fields, kind, basis)
    let spread = spread(record, fields, around: amount)
    guard let line, let author, let span, record.isSound, folder.findings.count == before,
      amount != nil || isLeftToTheRule(kind, basis)
    else { return nil }
    return StatedAdjustment(
      line: line, kind: kind, basis: basis, amount: amount, spread: spread, span: span,
      author: author, approver: record.textIfPresent(fields.approver),
      note: record.textIfPresent(fields.note) ?? "")
  }

  private func isLeftToTheRule(
    _ kind: LevellingAdjustment.Kind, _ basis: StatedAdjustment.Basis
  ) -> Bool {
    kind == .unpriced && basis == .nextHighest
  }

  /// What is adjusted: only a service line can be without a price.
  private func line(
    _ record: borrowing Record, _ fields: Fields, _ kind: LevellingAdjustment.Kind?
  ) -> String? {
    guard let line = record.text(fields.line) else { return nil }
    let isOfService = kind == .unpriced
    guard let items = isOfService ? [] : items else { return line }
    let names = context.serviceLineIds + items + (isOfService ? [] : [TotalsTable.all])
    guard !names.contains(line) else { return line }
    let kind = isOfService ? "service_lines" : "service_lines or prices.csv or terms/prices"
    report(
      .declared(kind: kind), record.place(of: fields.line), line,
      nearest: nearest(to: line, in: names))
    return nil
  }

  /// The amount; only an error may take something from a bid, and only the rule of the next highest
  /// price finds an amount that is not stated.
  private func amount(
    _ record: borrowing Record, _ fields: Fields, _ kind: LevellingAdjustment.Kind,
    _ basis: StatedAdjustment.Basis
  ) -> Double? {
    if isLeftToTheRule(kind, basis), record.textIfPresent(fields.amount) == nil { return nil }
    return money(record, fields.amount, record.number(fields.amount), kind)
  }

  private func money(
    _ record: borrowing Record, _ column: Column, _ amount: Double?,
    _ kind: LevellingAdjustment.Kind
  ) -> Double? {
    guard let amount else { return nil }
    let bounds = kind == .error ? Bounds.money : .amount
    if bounds.contain(amount) { return amount }
    report(
      bounds.reason(against: amount), record.place(of: column),
      record.textIfPresent(column) ?? "")
    return nil
  }

  /// The spread around `amount`, of which both ends are stated or neither is.
  private func spread(
    _ record: borrowing Record, _ fields: Fields, around amount: Double?
  ) -> LevellingAdjustment.Spread? {
    let isGiven =
      record.textIfPresent(fields.low) != nil || record.textIfPresent(fields.high) != nil
    guard isGiven else { return nil }
    guard let amount else {
      if record.textIfPresent(fields.amount) == nil {
        expectNothing(record, fields.low)
        expectNothing(record, fields.high)
      }
      return nil
    }
    let most = Bounds.money.upper
    let low = end(record, fields.low, within: -most...amount)
    let high = end(record, fields.high, within: amount...most)
    guard let low, let high else { return nil }
    guard low < high else {
      report(
        .within(lower: low, upper: .infinity, open: true), record.place(of: fields.high),
        record.textIfPresent(fields.high) ?? "")
      return nil
    }
    return LevellingAdjustment.Spread(low: low, high: high)
  }

  private func expectNothing(_ record: borrowing Record, _ column: Column) {
    guard let found = record.textIfPresent(column) else { return }
    report(.nothingFor(kind: "an amount that the rule finds"), record.place(of: column), found)
  }

  private func end(
    _ record: borrowing Record, _ column: Column, within bounds: ClosedRange<Double>
  ) -> Double? {
    guard let written = record.textIfPresent(column) else {
      report(.value, record.place(of: column), "")
      return nil
    }
    guard let end = record.number(column) else { return nil }
    if bounds.contains(end) { return end }
    report(
      .within(lower: bounds.lowerBound, upper: bounds.upperBound, open: false),
      record.place(of: column), written)
    return nil
  }

  /// The months of the amount: from go-live to the end where the row says nothing else.
  private func span(_ record: borrowing Record, _ fields: Fields) -> MonthSpan? {
    let months = 1...context.horizon
    var (first, last) = (context.goLive, context.horizon)
    if record.textIfPresent(fields.first) != nil {
      guard let month = record.integer(fields.first, in: months) else { return nil }
      first = month
    }
    if record.textIfPresent(fields.last) != nil {
      guard let month = record.integer(fields.last, in: months) else { return nil }
      last = month
    }
    guard last >= first else {
      report(.lastAfterFirst, record.place(of: fields.last), "\(last)")
      return nil
    }
    return MonthSpan(from: first, to: last)
  }

  private func report(
    _ expected: Fault.Reason, _ place: Place, _ found: String, nearest: String? = nil
  ) {
    folder.findings.add(expected, at: place, of: file, found: found, nearest: nearest)
  }
}
