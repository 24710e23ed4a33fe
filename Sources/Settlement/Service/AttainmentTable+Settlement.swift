import Contracts
import Rows

extension AttainmentTable {
  /// Fills `value` with the table's value at each `attainment`, of which what is `worse` than a
  /// threshold has fallen below it; `scratch` changes.
  ///
  /// The values of rows are differences added up, so that one comparison a row decides.
  func read(_ attainment: Rows.Row, worse: Comparison, into value: Rows.Row, by scratch: Rows.Row) {
    value.fill(0)
    switch reading {
    case .upperRow:
      let reaches = boundary == .strict ? worse : worse.orEqual
      add(where: reaches, thresholds: rows.map(\.threshold), attainment, to: value, by: scratch)
    case .lowerRow:
      // A row holds from where the row above it ends; the first on its own threshold alone.
      let thresholds = rows.indices.map { rows[max($0 - 1, 0)].threshold }
      scratch.indicator(of: attainment, worse.orEqual, thresholds[0])
      value.add(scratch, times: rows[0].value)
      var rest = self
      rest.rows.removeFirst()
      rest.add(
        where: worse, thresholds: Array(thresholds.dropFirst()), after: rows[0].value, attainment,
        to: value, by: scratch)
    case .linear: addLine(attainment, worse: worse, to: value, by: scratch)
    }
  }

  /// Adds the difference of each row to the one before where `attainment` reaches its threshold.
  private func add(
    where reaches: Comparison, thresholds: [Double], after first: Double = 0,
    _ attainment: Rows.Row, to value: Rows.Row, by scratch: Rows.Row
  ) {
    var before = first
    for (row, threshold) in zip(rows, thresholds) {
      scratch.indicator(of: attainment, reaches, threshold)
      value.add(scratch, times: row.value - before)
      before = row.value
    }
  }

  /// The first row's value on its threshold, then straight lines to the next, and the last on.
  private func addLine(
    _ attainment: Rows.Row, worse: Comparison, to value: Rows.Row, by scratch: Rows.Row
  ) {
    let sign: Double = worse == .below ? -1 : 1
    scratch.indicator(of: attainment, worse.orEqual, rows[0].threshold)
    value.add(scratch, times: rows[0].value)
    var bands = Bands()
    for (row, next) in zip(rows, rows.dropFirst()) {
      let start = sign * (row.threshold - rows[0].threshold)
      let end = sign * (next.threshold - rows[0].threshold)
      bands.append(rate: (next.value - row.value) / (end - start), from: start, to: end)
    }
    scratch.copy(attainment)
    scratch.add(-rows[0].threshold)
    scratch.multiply(by: sign)
    value.add(bands, of: scratch, times: nil)
  }
}

extension Comparison {
  /// The comparison that holds on the bound too.
  fileprivate var orEqual: Comparison {
    switch self {
    case .below, .atMost: .atMost
    case .above, .atLeast: .atLeast
    }
  }
}
