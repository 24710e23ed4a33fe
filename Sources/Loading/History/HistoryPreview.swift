import Futures
public import Quantities

/// What a mapping makes of a file, to be looked at before it is relied on.
public struct HistoryPreview: Hashable, Sendable {
  /// Which part of a ratio a row has, where each stands in a row of its own.
  public enum Part: String, Hashable, Sendable {
    /// The numerator.
    case numerator = "of"
    /// The denominator.
    case denominator = "per"
  }

  /// One value of a row as it was understood.
  public struct Row: Hashable, Sendable {
    /// The line of the file.
    public var line: Int

    /// The date as it is written.
    public var period: String

    /// The provider.
    public var provider: String

    /// The month to which it counts; of a week that lies in two, see the mapping's page.
    public var month: CalendarMonth

    /// The series.
    public var series: String

    /// Which part of the ratio it is, where it is no whole value.
    public var part: Part?

    /// The value in the series' natural unit; not a number for a ratio of no cases.
    public var value: Double

    /// The number of cases behind it, where it is known.
    public var sample: Double?
  }

  /// What became of one series over all providers.
  public struct Series: Hashable, Sendable {
    /// How it was read.
    public var series: HistorySeries

    /// How many providers have a value.
    public var providers: Int

    /// How many values there are: one for each provider and month.
    public var count: Int

    /// The months of the first and the last value.
    public var span: ClosedRange<CalendarMonth>?

    /// The mean of the values, each counted once; not a number where there are none.
    public var mean: Double

    /// How many cells without a value were passed over.
    public var emptyCells: Int
  }

  /// What became of one provider.
  public struct Provider: Hashable, Sendable {
    /// The provider as the file names it.
    public var name: String

    /// How many series have a value.
    public var series: Int

    /// How many months have a value.
    public var months: Int

    /// The months of the first and the last value.
    public var span: ClosedRange<CalendarMonth>?
  }

  /// The most values of rows that are shown.
  public static let mostRows = 20

  /// The file's name in the mapping.
  public var file: String

  /// Who published the data, for people.
  public var source: String

  /// The first values as they were understood.
  public var rows: [Row]

  /// The series in the order declared.
  public var series: [Series]

  /// The providers in the order of their names.
  public var providers: [Provider]

  /// How many rows the file has.
  public var rowCount: Int

  /// How many of them the filters passed over.
  public var filteredRows: Int

  /// How many rows that passed are of services or series that the mapping does not name.
  public var otherRows: Int

  /// The months that are not whole.
  public var gaps: [HistoryGap]
}

extension HistoryPreview {
  /// Looks at what was read.
  init(_ record: HistoryRecord, _ reading: HistoryReading, file: String) {
    let values = record.history.series
    let series = zip(record.series, reading.counts.empty).map { series, empty in
      let own = values.filter { $0.key.series == series.name }.sorted {
        $0.key.provider < $1.key.provider
      }
      let all = own.flatMap(\.value)
      let months = all.map(\.month)
      return Series(
        series: series, providers: own.count, count: all.count, span: Self.span(months),
        mean: all.reduce(0) { $0 + $1.value } / Double(all.count), emptyCells: empty)
    }
    let providers = record.providers.map { name in
      let own = values.filter { $0.key.provider == name }.values
      let months = own.flatMap { $0.map(\.month) }
      return Provider(
        name: name, series: own.count, months: Set(months).count, span: Self.span(months))
    }
    self.init(
      file: file, source: record.source, rows: reading.rows, series: series, providers: providers,
      rowCount: reading.counts.rows, filteredRows: reading.counts.filtered,
      otherRows: reading.counts.others, gaps: reading.gaps)
  }

  private static func span(_ months: [CalendarMonth]) -> ClosedRange<CalendarMonth>? {
    guard let first = months.min(), let last = months.max() else { return nil }
    return first...last
  }
}

/// Reads a history through the mapping at `path`, and shows what the mapping made of it.
///
/// - Parameters:
///   - path: The mapping, a YAML file.
///   - data: The folder in which the mapping's file lies, or that file itself; by default the
///     mapping's own folder.
/// - Returns: The first rows as they were understood, the series, the providers, and what was left
///   out and why.
/// - Throws: ``LoadingError`` with every fault of the mapping and of the data.
public func previewHistory(
  mapping path: String, data: String? = nil
) throws(LoadingError) -> HistoryPreview {
  let findings = Findings()
  let read = HistoryFile(findings: findings).read(mapping: path, named: path, data: data)
  guard let read, findings.count == 0 else { throw findings.error }
  return HistoryPreview(read.record, read.reading, file: read.mapping.file)
}
