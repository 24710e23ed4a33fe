import Futures
import Quantities

/// Makes months of cells: their values, and what is missing of them.
struct HistoryMonths {
  let mapping: Mapping

  /// The day of the week that rows of weeks name.
  let weekday: Weekday

  private(set) var values: [History.Key: [History.Observation]] = [:]
  private(set) var targets: [History.Key: [History.Observation]] = [:]
  private(set) var gaps: [HistoryGap] = []

  /// Series whose values are beyond all numbers.
  private(set) var overflows: [(provider: String, series: String)] = []

  /// Whether more months than ``mostGaps`` are not whole, or more than ``mostMonths`` come of few rows:
  /// then dates or providers are misread, and nothing more is kept.
  private(set) var isTooSparse = false

  static let mostGaps = 100_000
  static let mostMonths = 2_000_000
  private var monthCount = 0

  init(mapping: Mapping, weekday: Weekday) {
    self.mapping = mapping
    self.weekday = weekday
  }

  /// Takes in all that was read.
  mutating func take(_ cells: HistoryCells) {
    cells.forEachSeries { provider, index, months in
      if isTooSparse { return }
      let series = mapping.series[index]
      let key = History.Key(provider: provider, series: series.name)
      let missing = missing(months, series)
      monthCount += months.last.map { $0.0 - months[0].0 + 1 } ?? 0
      guard gaps.count + missing.count <= Self.mostGaps, monthCount <= Self.mostMonths else {
        isTooSparse = true
        return
      }
      gaps += missing.sorted { $0.key < $1.key }.map { month, reason in
        HistoryGap(
          provider: provider, series: series.name, month: month, reason: reason,
          isDropped: isDropped(reason, series))
      }
      var filled = months
      if mapping.period.gaps == .zero, series.aggregation == .sum { fill(&filled) }
      let kept = filled.filter { month, _ in
        missing[month].map { !isDropped($0, series) } ?? true
      }
      let observations = kept.compactMap { month, cell in
        cell.value(series.aggregation).map { value in
          History.Observation(month: month, value: value, sample: cell.sample(of: series))
        }
      }
      if !observations.allSatisfy(\.value.isFinite) { overflows.append((provider, series.name)) }
      if !observations.isEmpty { values[key] = observations }
      let aims = kept.compactMap { month, cell in
        cell.target.map { History.Observation(month: month, value: $0) }
      }
      if !aims.isEmpty { targets[key] = aims }
    }
  }

  /// Months between others in which nothing happened.
  private func fill(_ months: inout [(CalendarMonth, MonthCell)]) {
    guard let first = months.first?.0, let last = months.last?.0 else { return }
    let known = Dictionary(months) { one, _ in one }
    months = (0...last - first).map { (first + $0, known[first + $0] ?? MonthCell()) }
  }

  /// Why months of the record are not whole.
  private func missing(
    _ months: [(CalendarMonth, MonthCell)], _ series: MappedSeries
  ) -> [CalendarMonth: HistoryGap.Reason] {
    var reasons: [CalendarMonth: HistoryGap.Reason] = [:]
    let isPaired = mapping.shape == .long && series.aggregation == .ratio
    for (month, cell) in months {
      if isPaired, cell.days != cell.denominatorDays {
        reasons[month] = .unpaired
      } else if cell.value(series.aggregation) == nil {
        reasons[month] = .noCases
      }
    }
    guard mapping.period.covers != .month, let first = months.first?.0, let last = months.last?.0
    else { return reasons }
    let known = Dictionary(months) { one, _ in one }
    for month in (0...last - first).map({ first + $0 }) where reasons[month] == nil {
      var days = known[month]?.days ?? 0
      if mapping.period.gaps == .zero {
        days = filled(days, isFirst: month == first, isLast: month == last)
      }
      var expected = mapping.period.expectedDays(of: month, series.aggregation, weekday: weekday)
      // A stock is that of the month's end, whatever went before.
      if series.aggregation == .last, expected != 0 {
        expected = 1 << UInt32(31 - expected.leadingZeroBitCount)
      }
      guard days & expected != expected else { continue }
      reasons[month] =
        series.aggregation == .last
        ? .noEnd
        : .incomplete(
          found: (days & expected).nonzeroBitCount, of: expected.nonzeroBitCount,
          unit: mapping.period.covers == .week && series.aggregation != .sum ? .week : .day)
    }
    return reasons
  }

  /// The days of a month where days without a row are days on which nothing happened: those from the
  /// first row of all to the last.
  private func filled(_ days: UInt32, isFirst: Bool, isLast: Bool) -> UInt32 {
    let fromFirst = isFirst ? ~0 << UInt32(min(days.trailingZeroBitCount, 31)) : UInt32.max
    let toLast = isLast ? UInt32.max >> UInt32(min(days.leadingZeroBitCount, 31)) : UInt32.max
    return fromFirst & toLast
  }

  /// A rate of a part of a month is a rate of the month that rests on fewer cases, and says so; a
  /// count, a mean without weights and a stock say nothing of the sort.
  private func isDropped(_ reason: HistoryGap.Reason, _ series: MappedSeries) -> Bool {
    if case .incomplete(let found, _, _) = reason { return found == 0 || !series.knowsCases }
    return true
  }
}
