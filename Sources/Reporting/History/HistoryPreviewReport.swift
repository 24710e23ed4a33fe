import Contracts
import Futures
public import Loading
import Quantities

/// What a mapping makes of a history file, for people and machines.
public struct HistoryPreviewReport: Sendable {
  /// What is reported on.
  public let preview: HistoryPreview

  /// Reports on `preview`.
  public init(_ preview: HistoryPreview) { self.preview = preview }

  /// The report for people.
  public var text: String {
    var page = Page()
    page.title("History in \(preview.file)")
    if !preview.source.isEmpty { page.paragraph("Source: \(preview.source)") }
    page.section("The first values as they are understood")
    page.table(
      TextTable(
        keys: ["line", "period", "provider", "month", "series"], ["value", "cases"],
        rows: preview.rows.map(\.cells)))
    page.section("Series")
    page.table(
      TextTable(
        keys: ["series"],
        ["providers", "values", "first", "last", "mean", "rows to a month", "better", "target"],
        rows: preview.series.map(\.cells)))
    page.section("Providers")
    page.table(
      TextTable(
        keys: ["provider"], ["series", "months", "first", "last"],
        rows: preview.providers.map(\.cells)))
    page.section("Left out")
    page.points(leftOut)
    return page.text
  }

  /// What was passed over or left out, and why, in sentences.
  private var leftOut: [String] {
    var sentences = ["Read \(preview.rowCount.of("row"))."]
    if preview.filteredRows > 0 {
      sentences.append("Filters passed over \(preview.filteredRows.of("row")).")
    }
    if preview.otherRows > 0 {
      sentences.append(
        "\(preview.otherRows.of("row")) of other services or series, or without one.")
    }
    sentences += preview.series.filter { $0.emptyCells > 0 }.map {
      "\($0.series.name): \($0.emptyCells.of("cell")) without a value."
    }
    return sentences + preview.gaps.sentences
  }
}

extension HistoryPreview.Row {
  fileprivate var cells: [String] {
    [
      "\(line)", period, provider, "\(month)", series + (part.map { " (\($0.rawValue))" } ?? ""),
      value.significant, sample?.significant ?? unknown,
    ]
  }
}

extension HistoryPreview.Series {
  fileprivate var cells: [String] {
    [
      series.name, providers.figure, count.figure, span.first, span.last, mean.significant,
      series.aggregation?.rawValue ?? unknown, series.better?.rawValue ?? unknown,
      series.target?.significant ?? unknown,
    ]
  }
}

extension HistoryPreview.Provider {
  fileprivate var cells: [String] {
    [name, series.figure, months.figure, span.first, span.last]
  }
}

extension ClosedRange<CalendarMonth>? {
  var first: String { map { "\($0.lowerBound)" } ?? unknown }
  var last: String { map { "\($0.upperBound)" } ?? unknown }
}
