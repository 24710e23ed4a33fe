import Futures
import Quantities

/// Values by ascending month, at most one a month.
struct MonthlySeries {
  var months: [CalendarMonth] = []
  var values: [Double] = []
  var warnings: [FitWarning] = []

  /// The number of months with a value.
  var count: Int { months.count }

  /// A 0 for each month.
  var zeros: [Double] { values.map { _ in 0 } }

  /// The positions of the months, with the first at 0.
  var positions: [Int] { months.map { $0 - months[0] } }

  /// Years from the last month, 0 or negative.
  var yearsFromEnd: [Double] { months.map { Double($0 - months[count - 1]) / 12 } }

  /// Takes the observations in order of month; several of a month become their mean.
  init(_ observations: [History.Observation], value: (History.Observation) -> Double) {
    let pairs = observations.map { (month: $0.month, value: value($0)) }
    var repeats = 0
    var at = 0
    let sorted = pairs.sorted { ($0.month, $0.value) < ($1.month, $1.value) }
    while at < sorted.count {
      let same = sorted[at...].prefix { $0.month == sorted[at].month }
      months.append(sorted[at].month)
      values.append(same.reduce(0) { $0 + $1.value } / Double(same.count))
      repeats += same.count > 1 ? 1 : 0
      at += same.count
    }
    if repeats > 0 { warnings.append(.repeated(months: repeats)) }
    if count > 0 && count < 24 { warnings.append(.shortHistory(months: count)) }
    if let first = months.first, let last = months.last, last - first + 1 > count {
      warnings.append(.gap(months: last - first + 1 - count))
    }
  }

  /// The warning that the history reaches into the contract, where it does.
  func warning(before firstMonth: CalendarMonth) -> [FitWarning] {
    guard let last = months.last, last - firstMonth >= 0 else { return [] }
    return [.historyAfterStart(months: last - firstMonth + 1)]
  }
}
