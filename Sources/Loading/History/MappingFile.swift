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
      item.text().map { (name, $0, item.spot) }
    }
    let hasComma = section.given("decimal_comma").map { $0.truth() } ?? false
    let delimiter = section.given("delimiter").map(readDelimiter) ?? UInt8(ascii: ",")
    guard let shape else {
      section.passOver(["series", "series_column", "value_column", "sample_column"])
      return nil
    }
    let columns = shape == .long ? readLongColumns() : ("", "", nil)
    let series = (section.needed("series")?.named() ?? []).compactMap { name, item in
      item.section { readSeries($0, name, shape) }
    }
    checkSources(series, shape)
    guard let file, let period, let provider, let hasComma, let delimiter, let columns else {
      return nil
    }
    return Mapping(
      file: file, source: source ?? "", shape: shape, periodColumn: period.column,
      period: period.format, provider: provider,
      filters: filters.map { Mapping.Filter(column: $0, value: $1, spot: $2) },
      hasDecimalComma: hasComma,
      delimiter: delimiter, series: series, seriesColumn: columns.0, valueColumn: columns.1,
      sampleColumn: columns.2
    )
  }

  /// Two series of the same rows would be one, and the second would stay empty.
  private func checkSources(_ series: [Mapping.Series], _ shape: Mapping.Shape) {
    var lines: [String: Int] = [:]
    for one in series where shape == .long {
      guard let first = lines[one.source] else {
        lines[one.source] = one.spot.line
        continue
      }
      section.findings.add(
        .unique(firstLine: first), at: one.spot, path: section.join("series/\(one.name)/value"),
        found: one.source
      )
    }
  }

  private func readPeriod(_ section: Section) -> (column: String, format: Mapping.Period)? {
    let column = section.needed("column")?.text()
    let format = section.needed("format")?.choice(of: Mapping.Period.self)
    guard let column, let format else { return nil }
    return (column, format)
  }

  private func readProvider(_ section: Section) -> Mapping.Provider? {
    guard let (key, item) = section.one(of: ["column", "name"]) else { return nil }
    return item.text().map { key == "column" ? .column($0) : .always($0) }
  }

  private func readDelimiter(_ item: Item) -> UInt8? {
    item.word(of: [",", ";", "\t", "|"])?.utf8.first
  }

  private func readLongColumns() -> (String, String, String?)? {
    let series = section.needed("series_column")?.text()
    let value = section.needed("value_column")?.text()
    let sample = section.given("sample_column")?.text()
    guard let series, let value else { return nil }
    return (series, value, sample)
  }

  private func readSeries(
    _ section: Section, _ name: String, _ shape: Mapping.Shape
  ) -> Mapping.Series? {
    let isPercent = section.given("unit")?.word(of: ["percent"]) != nil
    switch shape {
    case .wide:
      let sample = section.given("sample")?.text()
      guard let column = section.needed("column")?.text() else { return nil }
      return Mapping.Series(
        name: name, source: column, sample: sample, isPercent: isPercent, spot: section.spot
      )
    case .long:
      let value = section.given("value").map { $0.text() } ?? name
      guard let value else { return nil }
      return Mapping.Series(
        name: name, source: value, sample: nil, isPercent: isPercent, spot: section.spot
      )
    }
  }
}
