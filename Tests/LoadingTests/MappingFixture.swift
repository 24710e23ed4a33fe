import FoundationEssentials
import Futures
import Loading
import Quantities

/// A mapping and its data as texts, read from a folder that is there only for that.
struct MappingFixture {
  /// Days of one provider, with a count, a rate and its cases.
  static let daily = """
    file: data.csv
    shape: wide
    period: {column: day, format: yyyy-MM-dd, covers: day}
    provider: {column: who}
    series:
      calls: {column: calls, aggregate: sum}
      answered: {of: answered, per: calls}

    """

  var mapping: String
  var data: String

  func record() throws -> HistoryRecord {
    try HistoryTests().record(mapping, data).get()
  }

  func faults() throws -> [String] { try HistoryTests().faults(mapping, data) }

  /// The months of a series with a value, as `2024-01 12.5`, and the cases behind it if known.
  func months(_ series: String, of provider: String = "A") throws -> [String] {
    let values = try record().history.series[History.Key(provider: provider, series: series)]
    return (values ?? []).map { one in
      "\(one.month) \(one.value)" + (one.sample.map { " of \($0)" } ?? "")
    }
  }

  /// The months that are not whole, as `calls 2024-01 incomplete(found: 30, of: 31) left out`.
  func gaps() throws -> [String] {
    try record().gaps.map { gap in
      let reason =
        switch gap.reason {
        case .incomplete(let found, let count, let unit): "\(found) of \(count) \(unit)s"
        case .noEnd: "no end"
        case .noCases: "no cases"
        case .unpaired: "unpaired"
        }
      return "\(gap.provider) \(gap.series) \(gap.month): \(reason)"
        + (gap.isDropped ? ", left out" : "")
    }
  }

  /// A row for each day from `first` to `last`, as `row` makes it of the day's date.
  static func days(
    from first: (Int, Int), to last: (Int, Int), year: Int = 2024, _ row: (String) -> String?
  ) -> String {
    var text = ""
    for month in first.0...last.0 {
      let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for day in 1...lengths[month - 1] {
        guard (month, day) >= first, (month, day) <= last else { continue }
        let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        if let row = row(date) { text += row + "\n" }
      }
    }
    return text
  }
}
