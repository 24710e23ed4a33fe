import Contracts
import Tables

/// Reads the rows of a `totals.csv`: what a bidder's own prices come to by line and year.
struct TotalsTable {
  let file: String
  let context: EventContext
  let folder: EventFolder

  /// The price lines of the bid, or nothing where its prices are not all known.
  let items: [String]?

  /// The word for the bid as a whole.
  static let all = "all"

  /// The totals in the order of the file; none where the bid has no such file.
  func read() -> [StatedTotals.Row] {
    guard folder.holds(file), let bytes = folder.bytes(file) else { return [] }
    let names = ["item", "year", "amount"]
    let table = TableReader(bytes: bytes, name: file, columns: Columns(required: names))
    let columns = names.map { table.column($0) }
    var rows: [StatedTotals.Row] = []
    var lines: [String: Int] = [:]
    table.forEachRecord { record in
      guard let row = read(record, columns[0], columns[1], columns[2]) else { return }
      let key = "\(row.year) \(row.item ?? Self.all)"
      if let first = lines[key] {
        report(.unique(firstLine: first), record.place(of: columns[1]), "\(row.year)")
      }
      lines[key] = lines[key] ?? record.line
      rows.append(row)
    }
    folder.findings.add(table.faults, file: file)
    return rows
  }

  private func read(
    _ record: borrowing Record, _ itemColumn: Column, _ yearColumn: Column, _ amountColumn: Column
  ) -> StatedTotals.Row? {
    let item = record.text(itemColumn)
    let year = record.integer(yearColumn, in: 1...(context.horizon + 11) / 12)
    let amount = amount(record, amountColumn)
    guard let item, isKnown(item, record.place(of: itemColumn)), let year, let amount else {
      return nil
    }
    return StatedTotals.Row(item == Self.all ? nil : item, year: year, amount)
  }

  private func isKnown(_ item: String, _ place: Place) -> Bool {
    guard let items, item != Self.all, !items.contains(item) else { return true }
    let words = items + [Self.all]
    report(
      .declared(kind: "prices.csv or terms/prices"), place, item,
      nearest: nearest(to: item, in: words))
    return false
  }

  private func amount(_ record: borrowing Record, _ column: Column) -> StatedTotals.Amount? {
    guard let value = record.number(column), let written = record.textIfPresent(column) else {
      return nil
    }
    guard Bounds.money.contain(value) else {
      report(Bounds.money.reason(against: value), record.place(of: column), written)
      return nil
    }
    return StatedTotals.Amount(value, written: written)
  }

  private func report(
    _ expected: Fault.Reason, _ place: Place, _ found: String, nearest: String? = nil
  ) {
    folder.findings.add(expected, at: place, of: file, found: found, nearest: nearest)
  }
}

extension StatedTotals.Amount {
  /// `value`, which was written so: `1.50` has two decimals and `2e3` has −3.
  init(_ value: Double, written: String) {
    let parts = written.lowercased().split(separator: "e", maxSplits: 1)
    let digits = parts.first?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let decimals = (digits.count > 1 ? digits[1].count : 0) - exponent
    self.init(value, decimals: min(max(decimals, -12), 12))
  }
}

extension Section {
  /// What a page of a bid says of its totals; those by line and year stand in a table.
  func readTotals() -> StatedTotals {
    var totals = StatedTotals()
    if let item = given("stated_total"), let total = item.number(.money) {
      totals.total = StatedTotals.Amount(total, written: item.plain ?? "")
    }
    let basis = given("totals")?.section { section in
      section.needed("basis")?.choice(of: StatedTotals.Basis.self)
    }
    totals.basis = (basis ?? nil) ?? .prices
    return totals
  }
}
