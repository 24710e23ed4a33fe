/// What one row says of one series.
struct HistoryEntry {
  enum Content {
    case value(Double, weight: Double, sample: Double?, shown: Double?)
    case ratio(Double, per: Double)
    case numerator(Double)
    case denominator(Double)
  }

  let content: Content

  /// The target that stands in the row.
  var target: Double?

  init(_ content: Content) { self.content = content }

  /// Adds what falls in `part` of the row's days.
  func add(to cell: inout MonthCell, on part: RowPeriod.Part) {
    switch content {
    case .value(let value, let weight, let sample, _):
      cell.add(value, weight: weight, sample: sample, on: part)
    case .ratio(let numerator, let denominator):
      cell.add(numerator, per: denominator, on: part)
    case .numerator(let number): cell.addNumerator(number, on: part)
    case .denominator(let number): cell.addDenominator(number, on: part)
    }
  }

  /// The days of which the cell has the same already.
  func days(of cell: MonthCell) -> UInt32 {
    if case .denominator = content { return cell.denominatorDays }
    return cell.days
  }

  /// Which part of a ratio stands in a row of its own.
  var part: HistoryPreview.Part? {
    switch content {
    case .numerator: .numerator
    case .denominator: .denominator
    default: nil
    }
  }

  /// The value and the number of cases behind it, as they are shown.
  var shown: (value: Double, sample: Double?) {
    switch content {
    case .value(let value, _, _, let sample): (value, sample)
    case .ratio(let numerator, let denominator): (numerator / denominator, denominator)
    case .numerator(let number), .denominator(let number): (number, nil)
    }
  }
}
