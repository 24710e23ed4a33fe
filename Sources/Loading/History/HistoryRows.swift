import Futures
import Quantities
import Tables

/// Reads the rows of a history file, in constant memory but for the observations.
struct HistoryRows {
  let mapping: Mapping
  let table: TableReader
  let findings: Findings

  private let period: Column
  private let provider: Column?
  private let filters: [(column: Column, value: String)]
  private let series: [(series: Mapping.Series, value: Column, sample: Column?)]
  private let names: Column?
  private let bySource: [String: Int]

  init(_ mapping: Mapping, path: String, findings: Findings) throws(TableError) {
    let format = TableFormat(
      delimiter: mapping.delimiter, decimalMark: mapping.hasDecimalComma ? .comma : .point
    )
    let columns = Columns(required: mapping.columns, allowsOthers: true)
    let table = try TableReader(path: path, columns: columns, format: format)
    self.mapping = mapping
    self.table = table
    self.findings = findings
    period = table.column(mapping.periodColumn)
    if case .column(let name) = mapping.provider {
      provider = table.column(name)
    } else {
      provider = nil
    }
    filters = mapping.filters.map { (table.column($0.column), $0.value) }
    names = mapping.shape == .long ? table.column(mapping.seriesColumn) : nil
    series = mapping.series.map { series in
      let isLong = mapping.shape == .long
      let sample = isLong ? mapping.sampleColumn : series.sample
      let value = table.column(isLong ? mapping.valueColumn : series.source)
      return (series, value, sample.map { table.column($0) })
    }
    bySource = Dictionary(
      mapping.series.enumerated().map { ($0.element.source, $0.offset) }
    ) { first, _ in first }
  }

  /// The observations by series and month; faults are reported under the name `file`.
  func read(as file: String) -> History {
    var history: [History.Key: [CalendarMonth: History.Observation]] = [:]
    var seen = Seen(filters: filters.map { _ in false }, series: series.map { _ in false })
    table.forEachRecord { record in
      guard passes(record, &seen) else { return }
      let places = places(record)
      for index in places { seen.series[index] = true }
      let month = month(record, file)
      let provider = providerName(record)
      guard let month, let provider else { return }
      for index in places {
        guard let observation = observation(record, index, month) else { continue }
        let key = History.Key(provider: provider, series: series[index].series.name)
        if history[key, default: [:]].updateValue(observation, forKey: month) != nil {
          report(.oneRow, record.place(of: series[index].value), file, found: "\(month)")
        }
      }
    }
    findings.add(table.faults, file: file)
    reportUnseen(seen)
    return History(series: history.mapValues { $0.values.sorted { $0.month < $1.month } })
  }

  /// Which filters and series of the mapping occur in the file.
  private struct Seen {
    var filters: [Bool]
    var series: [Bool]
  }

  private func passes(_ record: borrowing Record, _ seen: inout Seen) -> Bool {
    var passesAll = true
    for (index, filter) in filters.enumerated() {
      let passes = record.textIfPresent(filter.column) == filter.value
      seen.filters[index] = seen.filters[index] || passes
      passesAll = passesAll && passes
    }
    return passesAll
  }

  /// A filter or series that no row has is a slip; of a faulty table nothing of the kind is known.
  private func reportUnseen(_ seen: Seen) {
    guard table.faults.isEmpty else { return }
    let filters = zip(mapping.filters, seen.filters).filter { !$1 }.map(\.0)
    for filter in filters {
      findings.add(
        .occurrence, at: filter.spot, path: "filters/\(filter.column)", found: filter.value
      )
    }
    guard filters.isEmpty else { return }
    for (series, _) in zip(mapping.series, seen.series).filter({ !$1 }) {
      findings.add(
        .occurrence, at: series.spot, path: "series/\(series.name)", found: series.source
      )
    }
  }

  private func month(_ record: borrowing Record, _ file: String) -> CalendarMonth? {
    guard let text = record.text(period) else { return nil }
    guard let month = mapping.period.month(text) else {
      report(.period(mapping.period.rawValue), record.place(of: period), file, found: text)
      return nil
    }
    return month
  }

  private func providerName(_ record: borrowing Record) -> String? {
    switch mapping.provider {
    case .always(let name): name
    case .column: provider.flatMap { record.text($0) }
    }
  }

  /// The series of which the record has a value.
  private func places(_ record: borrowing Record) -> [Int] {
    guard let names else { return Array(series.indices) }
    guard let name = record.text(names), let index = bySource[name] else { return [] }
    return [index]
  }

  private func observation(
    _ record: borrowing Record, _ index: Int, _ month: CalendarMonth
  ) -> History.Observation? {
    let (series, column, sampleColumn) = series[index]
    guard let value = record.numberIfPresent(column) else { return nil }
    let sample = sampleColumn.flatMap { record.numberIfPresent($0) }
    return History.Observation(
      month: month, value: series.isPercent ? value / 100 : value, sample: sample
    )
  }

  private func report(
    _ expected: Fault.Reason, _ place: Place, _ file: String, found: String
  ) {
    findings.add(expected, at: place, of: file, found: found)
  }
}
