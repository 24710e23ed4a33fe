import Futures

/// What a history file held.
struct HistoryReading {
  var history: History

  /// What was asked in each month, where the file says it.
  var targets: History
  var gaps: [HistoryGap]
  var counts: HistoryCounts

  /// The first rows as they were understood.
  var rows: [HistoryPreview.Row]
}

/// How many rows and cells were passed over.
struct HistoryCounts: Hashable {
  var rows = 0
  var filtered = 0

  /// Rows of services or series that the mapping does not name.
  var others = 0

  /// Cells without a value by series.
  var empty: [Int] = []
}
