import Quantities
import Tables

/// Reads a mapping.
struct MappingFile {
  let section: Section

  /// The mapping, or nothing where it is faulty.
  func read() -> Mapping? {
    let file = section.needed("file")?.safePath()
    let source = section.given("source")?.text()
    let shape = section.needed("shape")?.choice(of: Mapping.Shape.self)
    let period = section.needed("period")?.section(readPeriod)
    let provider = section.needed("provider")?.section(readProvider)
    let filters = (section.given("filters")?.named() ?? []).compactMap { name, item in
      RowFilter(item, column: name)
    }
    let format = readFormat()
    let hasSeveralRows = section.given("rows")?.word(of: ["one", "several"]) == "several"
    let service = section.given("service")?.section { $0.needed("column")?.text() }
    guard let shape else {
      section.passOver(["series", "series_column", "value_column", "sample_column"])
      return nil
    }
    let long = shape == .long ? readLongColumns() : nil
    let rules = MappedSeries.Rules(
      shape: shape, hasServices: section.holds("service"),
      isAggregated: hasSeveralRows || period?.covers ?? .month != .month
    )
    let series = (section.needed("series")?.named() ?? []).compactMap { name, item in
      item.section { MappedSeries($0, name: name, rules) }
    }
    checkSources(series, shape)
    guard let file, let period, let provider, let format, shape == .wide || long != nil else {
      return nil
    }
    return Mapping(
      file: file, source: source ?? "", shape: shape, period: period, provider: provider,
      filters: filters, format: format, hasSeveralRows: hasSeveralRows, serviceColumn: service,
      series: series, long: long
    )
  }

  /// Two series of the same rows would be one, and the second would stay empty.
  private func checkSources(_ series: [MappedSeries], _ shape: Mapping.Shape) {
    struct Rows: Hashable {
      var service: String?
      var value: String
    }
    var lines: [Rows: Int] = [:]
    for one in series where shape == .long {
      guard case .value(let value) = one.origin else { continue }
      let rows = Rows(service: one.service, value: value)
      guard let first = lines[rows] else {
        lines[rows] = one.spot.line
        continue
      }
      section.findings.add(
        .unique(firstLine: first), at: one.spot, path: section.join("series/\(one.name)/value"),
        found: value
      )
    }
  }

  private func readProvider(_ section: Section) -> Mapping.Provider? {
    guard let (key, item) = section.one(of: ["column", "name"]) else { return nil }
    return item.text().map { key == "column" ? .column($0) : .always($0) }
  }

  private func readFormat() -> Mapping.Format? {
    let before = section.findings.count
    var format = Mapping.Format()
    format.hasDecimalComma = section.given("decimal_comma")?.truth() ?? false
    if let item = section.given("delimiter") {
      format.delimiter = item.word(of: [",", ";", "\t", "|"])?.utf8.first ?? format.delimiter
    }
    if let item = section.given("thousands") {
      let mark = item.word(of: [",", ".", " ", "'"])?.utf8.first
      format.thousands = mark.flatMap { ThousandsSeparator(rawValue: $0) }
      if mark == (format.hasDecimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")) {
        item.refuse(.otherMark)
        format.thousands = nil
      }
    }
    format.missing = (section.given("missing")?.list() ?? []).compactMap { $0.text() }
    return section.findings.count == before ? format : nil
  }

  private func readLongColumns() -> Mapping.LongColumns? {
    let series = section.needed("series_column")?.text()
    let value = section.needed("value_column")?.text()
    let sample = section.given("sample_column")?.text()
    guard let series, let value else { return nil }
    return Mapping.LongColumns(series: series, value: value, sample: sample)
  }
}

// MARK: - Periods

extension MappingFile {
  private func readPeriod(_ section: Section) -> MappingPeriod? {
    let column = section.needed("column")?.text()
    let format = section.needed("format").flatMap(readPeriodFormat)
    let covers = section.given("covers").map(readCover) ?? .month
    var period = MappingPeriod(column: column ?? "", format: format ?? .yearMonth)
    period.covers = covers ?? .month
    var isWeekKnown = true
    if covers == .week {
      let week = section.needed("week")?.choice(of: MappingPeriod.Week.self)
      isWeekKnown = week != nil
      period.week = week ?? .starts
    }
    if covers == .day {
      period.closed = (section.given("closed")?.list() ?? []).compactMap { $0.choice() }
      period.gaps = section.given("gaps")?.choice(of: MappingPeriod.Gaps.self) ?? .drop
    }
    guard column != nil, let format, let covers, isWeekKnown else { return nil }
    guard covers == .month || format.namesDays else {
      section.given("format")?.refuse(.dayFormat(covers: covers.rawValue))
      return nil
    }
    return period
  }

  private func readPeriodFormat(_ item: Item) -> PeriodFormat? {
    if case .scalar(let text, _) = item.value.content, namesQuarter(text) {
      item.refuse(.noQuarter)
      return nil
    }
    return item.choice()
  }

  private func readCover(_ item: Item) -> MappingPeriod.Cover? {
    if item.value.excerpt == "quarter" {
      item.refuse(.noQuarter)
      return nil
    }
    return item.choice()
  }
}
