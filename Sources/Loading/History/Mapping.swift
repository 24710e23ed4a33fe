import Quantities
import Tables

/// How a history file is to be read.
struct Mapping {
  /// How the series stand in the file.
  enum Shape: String, CaseIterable {
    /// A column for each series.
    case wide
    /// A row for each value.
    case long
  }

  /// Where the provider of a row stands.
  enum Provider: Hashable {
    case column(String)
    case always(String)
  }

  /// How the parts of a row are written.
  struct Format: Hashable {
    var hasDecimalComma = false
    var thousands: ThousandsSeparator?
    var delimiter = UInt8(ascii: ",")

    /// What stands in a cell that has no value, beside nothing.
    var missing: [String] = []
  }

  /// The columns of long shape.
  struct LongColumns: Hashable {
    var series: String
    var value: String
    var sample: String?
  }

  var file: String
  var source: String
  var shape: Shape
  var period: MappingPeriod
  var provider: Provider
  var filters: [RowFilter]
  var format: Format

  /// Whether there may be several rows for one provider, period and series.
  var hasSeveralRows: Bool

  /// The column of services, where one file has several.
  var serviceColumn: String?
  var series: [MappedSeries]

  /// The columns of values, in long shape.
  var long: LongColumns?

  /// Whether the value of a month is made of several rows.
  var isAggregated: Bool { hasSeveralRows || period.covers != .month }

  /// The columns that the file must have.
  var columns: [String] {
    var names = [period.column] + filters.map(\.column)
    if case .column(let name) = provider { names.append(name) }
    if let serviceColumn { names.append(serviceColumn) }
    if let long { names += [long.series, long.value] + [long.sample].compactMap(\.self) }
    for one in series {
      if shape == .wide { names += one.origin.sources + [one.sample].compactMap(\.self) }
      names += [one.weight].compactMap(\.self)
      if case .column(let name, _) = one.target { names.append(name) }
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// What the rows of a history stand for in time.
struct MappingPeriod: Hashable {
  /// What one row covers.
  enum Cover: String, CaseIterable {
    case month
    case week
    case day
  }

  /// Which day of its week a row names.
  enum Week: String, CaseIterable {
    case starts
    case ends
  }

  /// What days without a row mean.
  enum Gaps: String, CaseIterable {
    /// Something is missing: counts of their month are left out.
    case drop
    /// Nothing happened.
    case zero
  }

  var column: String
  var format: PeriodFormat
  var covers = Cover.month
  var week = Week.starts

  /// The days of the week of which there are no rows.
  var closed: [Weekday] = []
  var gaps = Gaps.drop
}
