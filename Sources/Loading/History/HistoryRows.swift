import Futures
import Quantities
import Tables

/// Reads the rows of a history file; what is kept does not grow with their number.
final class HistoryRows {
  let mapping: Mapping
  let findings: Findings

  /// How faults name the file.
  let file: String
  private let table: TableReader
  private let period: Column
  private let provider: Column?
  private let missing: Set<String>
  private var gate: FilterGate
  private var places: HistoryPlaces
  private var cells: HistoryCells
  private let mostCells: Int
  private var periods: [String: RowPeriod] = [:]
  private var weekday: Weekday?
  private var counts = HistoryCounts()
  private var first: [HistoryPreview.Row] = []

  init(
    _ mapping: Mapping, path: String, named file: String, findings: Findings,
    mostCells: Int = HistoryCells.most
  ) throws(TableError) {
    let format = TableFormat(
      delimiter: mapping.format.delimiter,
      decimalMark: mapping.format.hasDecimalComma ? .comma : .point,
      thousands: mapping.format.thousands
    )
    let columns = Columns(required: mapping.columns, allowsOthers: true)
    let table = try TableReader(path: path, columns: columns, format: format)
    self.mapping = mapping
    self.table = table
    self.findings = findings
    self.file = file
    period = table.column(mapping.period.column)
    if case .column(let name) = mapping.provider {
      provider = table.column(name)
    } else {
      provider = nil
    }
    missing = Set(mapping.format.missing)
    gate = FilterGate(mapping.filters, table)
    places = HistoryPlaces(mapping, table)
    cells = HistoryCells(seriesCount: mapping.series.count, most: mostCells)
    self.mostCells = mostCells
    counts.empty = mapping.series.map { _ in 0 }
  }

  private struct TooMany: Error {}

  /// What the file holds; its faults are reported.
  func read() -> HistoryReading {
    do {
      try table.forEachRecord { try take($0) }
    } catch {
      findings.add(
        .smallerHistory(limit: mostCells), at: Spot(file: file), found: file)
    }
    findings.add(table.faults, file: file)
    // Of a faulty table it is not known what it has not.
    if table.faults.isEmpty, gate.reportUnmet(to: findings) { places.reportUnmet(to: findings) }
    var months = HistoryMonths(mapping: mapping, weekday: weekday ?? .monday)
    months.take(cells)
    if months.isTooSparse {
      findings.add(
        .denserHistory(gaps: HistoryMonths.mostGaps, months: HistoryMonths.mostMonths),
        at: Spot(file: file), found: file)
    }
    for (provider, series) in months.overflows {
      findings.add(
        .table(.tooLarge), at: Spot(file: file), path: "\(provider), \(series)", found: file)
    }
    return HistoryReading(
      history: History(series: months.values), targets: History(series: months.targets),
      gaps: months.gaps, counts: counts, rows: first
    )
  }

  private func take(_ record: borrowing Record) throws {
    counts.rows += 1
    guard gate.passes(record, number: { number($0, $1, isPercent: false) }) else {
      counts.filtered += 1
      return
    }
    let filled = places.filled(by: record)
    guard !filled.isEmpty else {
      counts.others += 1
      return
    }
    let period = rowPeriod(record)
    let name = providerName(record)
    guard let period, let name else { return }
    guard let provider = cells.number(of: name) else { throw TooMany() }
    for index in filled { try take(places.all[index], of: record, period, provider) }
  }

  private func take(
    _ place: HistoryPlace, of record: borrowing Record, _ period: RowPeriod, _ provider: Int32
  ) throws {
    let series = mapping.series[place.series]
    guard let entry = entry(place, series, record) else {
      counts.empty[place.series] += 1
      return
    }
    let parts: [RowPeriod.Part]
    switch series.aggregation {
    case .sum: parts = period.parts
    case .last: parts = [period.last]
    case .mean, .ratio: parts = [period.middle]
    }
    for (index, part) in parts.enumerated() {
      guard let cell = cells.place(provider, part.month, place.series) else { throw TooMany() }
      if index == 0 {
        guard isNew(entry, part, cells[cell], at: record.place(of: place.column), record) else {
          return
        }
        preview(record, entry, part, place, provider)
      }
      entry.add(to: &cells[cell], on: part)
      if let target = entry.target { cells[cell].aim(at: target, on: period.last) }
    }
  }

  /// Whether there is no row of the same days yet, or there may be several.
  private func isNew(
    _ entry: HistoryEntry, _ part: RowPeriod.Part, _ cell: MonthCell, at place: Place,
    _ record: borrowing Record
  ) -> Bool {
    if mapping.hasSeveralRows || entry.days(of: cell) & part.days == 0 { return true }
    let covers = mapping.period.covers
    let month = "\(CalendarMonth(number: Int(part.month)))"
    let found = covers == .month ? month : record.textIfPresent(period) ?? month
    findings.add(.oneRow(period: covers.rawValue), at: place, of: file, found: found)
    return false
  }

  private func preview(
    _ record: borrowing Record, _ entry: HistoryEntry, _ part: RowPeriod.Part,
    _ place: HistoryPlace, _ provider: Int32
  ) {
    guard first.count < HistoryPreview.mostRows else { return }
    let month = CalendarMonth(number: Int(part.month))
    let (value, sample) = entry.shown
    first.append(
      HistoryPreview.Row(
        line: record.line, period: record.textIfPresent(period) ?? "",
        provider: cells.providers[Int(provider)], month: month,
        series: mapping.series[place.series].name, part: entry.part, value: value, sample: sample)
    )
  }
}

// MARK: - Fields

extension HistoryRows {
  private func rowPeriod(_ record: borrowing Record) -> RowPeriod? {
    guard let text = record.text(period) else { return nil }
    if let known = periods[text] { return known }
    guard let day = mapping.period.format.day(text) else {
      let format = mapping.period.format.rawValue
      report(namesQuarter(text) ? .noQuarter : .period(format), record, period, text)
      return nil
    }
    if mapping.period.covers == .week {
      let expected = weekday ?? day.weekday
      weekday = expected
      guard day.weekday == expected else {
        report(.weekday(expected.title), record, period, text)
        return nil
      }
    }
    let read = RowPeriod(day, mapping.period)
    if periods.count == 20_000 { periods = [:] }
    if text.utf8.count <= 40 { periods[text] = read }
    return read
  }

  private func providerName(_ record: borrowing Record) -> String? {
    switch mapping.provider {
    case .always(let name): name
    case .column: provider.flatMap { record.text($0) }
    }
  }

  /// What the record says of a series, or nothing where it is silent or faulty.
  private func entry(
    _ place: HistoryPlace, _ series: MappedSeries, _ record: borrowing Record
  ) -> HistoryEntry? {
    let value = number(record, place.column, isPercent: series.isPercent)
    var entry: HistoryEntry?
    switch place.role {
    case .numerator: entry = value.map { HistoryEntry(.numerator($0)) }
    case .denominator:
      entry = value.flatMap { cases($0, record, place.column) }.map {
        HistoryEntry(.denominator($0))
      }
    case .ratio(let per):
      let denominator = number(record, per, isPercent: false).flatMap { cases($0, record, per) }
      if let value, let denominator {
        entry = HistoryEntry(.ratio(value, per: denominator))
      }
    case .value:
      let sample = place.sample.flatMap { number(record, $0, isPercent: false) }
      var weight: Double? = 1
      if let column = place.weight {
        weight = number(record, column, isPercent: false).flatMap { cases($0, record, column) }
      }
      if let value, let weight {
        let cases = sample ?? (place.weight == nil ? nil : weight)
        entry = HistoryEntry(.value(value, weight: weight, sample: sample, shown: cases))
      }
    }
    if let column = place.target, case .column(_, let isPercent) = series.target {
      entry?.target = number(record, column, isPercent: isPercent)
    }
    return entry
  }

  /// A number of cases, which is not below 0.
  private func cases(_ number: Double, _ record: borrowing Record, _ column: Column) -> Double? {
    guard number < 0 else { return number }
    let found = record.textIfPresent(column) ?? ""
    report(.within(lower: 0, upper: .infinity, open: false), record, column, found)
    return nil
  }

  /// The number in a column, as a share where it is in per cent; nothing where it is missing.
  private func number(_ record: borrowing Record, _ column: Column, isPercent: Bool) -> Double? {
    guard isPercent || !missing.isEmpty else { return record.numberIfPresent(column) }
    guard let text = record.textIfPresent(column), !missing.contains(text) else { return nil }
    guard isPercent else { return record.number(column) }
    return text.hasSuffix("%") ? record.share(column) : record.number(column).map { $0 / 100 }
  }

  private func report(
    _ expected: Fault.Reason, _ record: borrowing Record, _ column: Column, _ found: String
  ) {
    findings.add(expected, at: record.place(of: column), of: file, found: found)
  }
}
