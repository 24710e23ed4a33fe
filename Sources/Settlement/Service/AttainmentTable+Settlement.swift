import Contracts
import Rows

extension AttainmentTable {
  /// Fills `value` with the table's value at each `attainment`, of which what is `worse` than a
  /// threshold has fallen below it; `scratch` changes.
  func read(_ attainment: Rows.Row, worse: Comparison, into value: Rows.Row, by scratch: Rows.Row) {
    value.fill(0)
    switch reading {
    case .upperRow:
      let reaches = boundary == .strict ? worse : worse.orEqual
      for row in rows {
        scratch.indicator(of: attainment, reaches, row.threshold)
        take(row.value, where: scratch, into: value)
      }
    case .lowerRow:
      // A row holds from where the row above it ends; the first on its own threshold alone.
      scratch.indicator(of: attainment, worse.orEqual, rows[0].threshold)
      take(rows[0].value, where: scratch, into: value)
      for (above, row) in zip(rows, rows.dropFirst()) {
        scratch.indicator(of: attainment, worse, above.threshold)
        take(row.value, where: scratch, into: value)
      }
    case .linear: addLine(attainment, worse: worse, to: value, by: scratch)
    }
  }

  /// Puts `c` into `value` where `chosen` is 1, to the bit; `chosen` changes to its complement and
  /// back.
  private func take(_ c: Double, where chosen: Rows.Row, into value: Rows.Row) {
    chosen.complement()
    value.multiply(by: chosen)
    chosen.complement()
    value.add(chosen, times: c)
  }

  /// The first row's value on its threshold, then straight lines to the next, and the last on.
  private func addLine(
    _ attainment: Rows.Row, worse: Comparison, to value: Rows.Row, by scratch: Rows.Row
  ) {
    let sign: Double = worse == .below ? -1 : 1
    scratch.indicator(of: attainment, worse.orEqual, rows[0].threshold)
    value.add(scratch, times: rows[0].value)
    var (bands, start) = (Bands(from: 0), 0.0)
    for (row, next) in zip(rows, rows.dropFirst()) {
      let end = sign * (next.threshold - rows[0].threshold)
      bands.append(rate: (next.value - row.value) / (end - start), to: end)
      start = end
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
