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
    filters = mapping.filters.sorted { $0.key < $1.key }.map { (table.column($0.key), $0.value) }
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
    table.forEachRecord { record in
      guard passes(record) else { return }
      let month = month(record, file)
      let provider = providerName(record)
      guard let month, let provider else { return }
      for index in places(record) {
        guard let observation = observation(record, index, month) else { continue }
        let key = History.Key(provider: provider, series: series[index].series.name)
        if history[key, default: [:]].updateValue(observation, forKey: month) != nil {
          report(.oneRow, record.place(of: series[index].value), file, found: "\(month)")
        }
      }
    }
    findings.add(table.faults, file: file)
    return History(series: history.mapValues { $0.values.sorted { $0.month < $1.month } })
  }

  private func passes(_ record: borrowing Record) -> Bool {
    for (column, value) in filters where record.textIfPresent(column) != value { return false }
    return true
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
    findings.add(
      Fault(
        file: file, line: place.line, column: place.field ?? 0, path: place.column ?? "",
        found: found, expected: expected
      )
    )
  }
}
