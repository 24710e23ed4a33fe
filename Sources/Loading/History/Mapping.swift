import FoundationEssentials
import Quantities

/// How a history file is to be read.
struct Mapping {
  /// How the series stand in the file.
  enum Shape: String, CaseIterable {
    /// A column for each series.
    case wide
    /// A row for each value.
    case long
  }

  /// How months are written.
  enum Period: String, CaseIterable {
    case yearMonth = "yyyy-MM"
    case yearMonthDay = "yyyy-MM-dd"
    case dayMonthYear = "dd/MM/yyyy"
    case monthYear = "MM/yyyy"

    /// The month that `text` names, or nothing where it is not of this form.
    func month(_ text: some StringProtocol) -> CalendarMonth? {
      let separator: Character = self == .yearMonth || self == .yearMonthDay ? "-" : "/"
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      let widths = rawValue.split(separator: separator).map(\.count)
      guard parts.map(\.count) == widths,
        parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
      else { return nil }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == widths.count else { return nil }
      switch self {
      case .yearMonth: return CalendarMonth(year: numbers[0], month: numbers[1])
      case .yearMonthDay:
        guard (1...31).contains(numbers[2]) else { return nil }
        return CalendarMonth(year: numbers[0], month: numbers[1])
      case .dayMonthYear:
        guard (1...31).contains(numbers[0]) else { return nil }
        return CalendarMonth(year: numbers[2], month: numbers[1])
      case .monthYear: return CalendarMonth(year: numbers[1], month: numbers[0])
      }
    }
  }

  /// Where the provider of a row stands.
  enum Provider: Hashable {
    case column(String)
    case always(String)
  }

  /// One series of the event.
  struct Series: Hashable {
    var name: String

    /// The column of its values in wide shape; what stands in the column of series in long shape.
    var source: String

    /// The column of the numbers of cases, in wide shape.
    var sample: String?
    var isPercent: Bool
  }

  var file: String
  var source: String
  var shape: Shape
  var periodColumn: String
  var period: Period
  var provider: Provider
  var filters: [String: String]
  var hasDecimalComma: Bool
  var delimiter: UInt8
  var series: [Series]

  /// The columns of long shape.
  var seriesColumn = ""
  var valueColumn = ""
  var sampleColumn: String?

  /// The columns that the file must have.
  var columns: [String] {
    var names = [periodColumn] + filters.keys.sorted()
    if case .column(let name) = provider { names.append(name) }
    switch shape {
    case .wide: names += series.flatMap { [$0.source] + ($0.sample.map { [$0] } ?? []) }
    case .long: names += [seriesColumn, valueColumn] + (sampleColumn.map { [$0] } ?? [])
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
