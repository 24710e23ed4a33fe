import Contracts
import Quantities
import Tables

/// What tells lines apart: location, role, year and currency; and the staff of a line.
extension PriceTable {
  /// The item with its location, role and year; nothing where one of them is faulty.
  func readName(
    _ record: borrowing Record, _ columns: Fields, _ kind: PriceRow.Kind?
  ) -> LineName? {
    let item = record.text(columns.item)
    if let item, LineName.isGroup(item) {
      report(.plainItem, record.place(of: columns.item), found: item)
      return nil
    }
    if kind?.isBandRate ?? false {
      expectNothing(record, columns.location, kind)
      expectNothing(record, columns.role, kind)
    }
    if kind?.isPaidOnce ?? false { expectNothing(record, columns.year, kind) }
    let location = readWord(record, columns.location)
    let role = readWord(record, columns.role)
    let year = record.integerIfPresent(columns.year)
    guard let item, let location, let role else { return nil }
    return LineName(item: item, location: location.text, role: role.text, year: year)
  }

  /// A plain name, which terms can refer to, or nothing where the field is empty.
  private func readWord(
    _ record: borrowing Record, _ column: Column
  ) -> (text: String?, isRead: Bool)? {
    guard let text = record.textIfPresent(column) else { return (nil, true) }
    guard isSafeName(text) else {
      report(.safeName, record.place(of: column), found: text)
      return nil
    }
    return (text, true)
  }

  /// The months of a contract year, beside which no months are stated.
  func readMonths(of year: Int, _ record: borrowing Record, _ columns: Fields) -> MonthSpan? {
    for column in [columns.first, columns.last] {
      guard let text = record.textIfPresent(column) else { continue }
      report(.emptyBeside("year"), record.place(of: column), found: text)
      return nil
    }
    let years = (terms.context.horizon + 11) / 12
    guard (1...years).contains(year) else {
      report(
        .within(lower: 1, upper: Double(years), open: false), record.place(of: columns.year),
        found: "\(year)")
      return nil
    }
    return MonthSpan(from: 12 * (year - 1) + 1, to: 12 * year)
  }

  /// The rate of the row's currency, which is none for the event's own; nothing where it is faulty.
  func readCurrency(
    _ record: borrowing Record, _ columns: Fields
  ) -> (foreign: CurrencyRate?, isRead: Bool)? {
    guard let currency = record.text(columns.currency) else { return nil }
    guard let own = terms.context.currency, currency != own else { return (nil, true) }
    guard let rate = terms.context.rates[currency] else {
      let known = terms.context.rates.keys.sorted() + [own]
      report(
        .currencyRate(of: currency, own: own), record.place(of: columns.currency), found: currency,
        nearest: nearest(to: currency, in: known))
      return nil
    }
    findings.note(
      .converted(
        option: terms.option, currency: currency, rate: rate.rate, date: rate.date,
        source: rate.source))
    return (rate, true)
  }

  /// The staff of a line: a number, or the volume of a service line in full-time equivalents.
  func readHeadcount(
    _ record: borrowing Record, _ columns: Fields, _ line: String
  ) -> StaffCharge.Headcount? {
    let stated = record.textIfPresent(columns.fte)
    guard (stated == nil) != line.isEmpty else {
      report(
        .oneKey(of: ["fte", "service_line"]), record.place(of: columns.fte), found: stated ?? "")
      return nil
    }
    guard stated != nil else { return .volume(of: line) }
    return record.number(columns.fte, in: 0...Bounds.amount.upper).map { .stated([$0]) }
  }
}
