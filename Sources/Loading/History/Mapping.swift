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
    case dayMonthYearWithPoints = "dd.MM.yyyy"
    case shortDayMonthYear = "d.M.yyyy"

    /// The month that `text` names, or nothing where it is not of this form or no day.
    func month(_ text: some StringProtocol) -> CalendarMonth? {
      let separator = rawValue.first { !$0.isLetter } ?? "-"
      let names = rawValue.split(separator: separator)
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == names.count else { return nil }
      var numbers: [Character: Int] = [:]
      for (name, part) in zip(names, parts) {
        let isWide = part.count == name.count || name.count == 1 && part.count == 2
        guard isWide, part.allSatisfy({ $0.isASCII && $0.isNumber }), let letter = name.first
        else { return nil }
        numbers[letter] = Int(part)
      }
      guard let year = numbers["y"], let number = numbers["M"],
        let month = CalendarMonth(year: year, month: number),
        (1...month.days).contains(numbers["d"] ?? 1)
      else { return nil }
      return month
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

    /// Where it is declared.
    var spot: Spot
  }

  /// What a row must hold to be read.
  struct Filter: Hashable {
    var column: String
    var value: String
    var spot: Spot
  }

  var file: String
  var source: String
  var shape: Shape
  var periodColumn: String
  var period: Period
  var provider: Provider
  var filters: [Filter]
  var hasDecimalComma: Bool
  var delimiter: UInt8
  var series: [Series]

  /// The columns of long shape.
  var seriesColumn = ""
  var valueColumn = ""
  var sampleColumn: String?

  /// The columns that the file must have.
  var columns: [String] {
    var names = [periodColumn] + filters.map(\.column)
    if case .column(let name) = provider { names.append(name) }
    switch shape {
    case .wide: names += series.flatMap { [$0.source] + ($0.sample.map { [$0] } ?? []) }
    case .long: names += [seriesColumn, valueColumn] + (sampleColumn.map { [$0] } ?? [])
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension CalendarMonth {
  /// The days of the month in the Gregorian calendar.
  fileprivate var days: Int {
    switch monthOfYear {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
