import Quantities

/// ``CalendarMonth/number``, in half the bytes.
typealias MonthNumber = Int32

/// The days that a row stands for, by the months in which they lie.
struct RowPeriod {
  /// Days of one month.
  struct Part: Hashable {
    var month: MonthNumber

    /// A bit for each day, the first of the month lowest.
    ///
    /// In monthly histories the month is bit 0.
    var days: UInt32

    /// How many of the row's days these are, and of how many.
    var count = 1.0
    var total = 1.0

    /// What falls on these days of what is split evenly over all.
    func portion(of amount: Double) -> Double {
      count == total ? amount : amount * count / total
    }
  }

  /// The days by month: a week may lie in two.
  var parts: [Part]

  /// The month that holds most of the days, with the day in their middle.
  var middle: Part

  /// The month of the last day, with that day.
  var last: Part

  /// The days that `covers` says, from or to the `day` that is written.
  init(_ day: CalendarDay, _ period: MappingPeriod) {
    let first = period.covers == .week && period.week == .ends ? day + -6 : day
    switch period.covers {
    case .month:
      let part = Part(month: MonthNumber(day.month.number), days: 1)
      (parts, middle, last) = ([part], part, part)
    case .day:
      let part = Self.part(day)
      (parts, middle, last) = ([part], part, part)
    case .week:
      let days = (0..<7).map { Self.part(first + $0) }
      (middle, last) = (days[3], days[6])
      parts = days.reduce(into: []) { parts, day in
        if let last = parts.indices.last, parts[last].month == day.month {
          parts[last].days |= day.days
          parts[last].count += 1
        } else {
          parts.append(day)
        }
      }
      for index in parts.indices { parts[index].total = 7 }
    }
  }

  private static func part(_ day: CalendarDay) -> Part {
    let (month, ofMonth) = day.place
    return Part(month: MonthNumber(month.number), days: 1 << UInt32(ofMonth - 1))
  }
}

extension MappingPeriod {
  /// The days of `month` at which rows are expected of a series that is aggregated so; `weekday` is
  /// the day of the week that rows of weeks name.
  func expectedDays(
    of month: CalendarMonth, _ aggregation: MappedSeries.Aggregation, weekday: Weekday
  ) -> UInt32 {
    guard covers != .month else { return 1 }
    let first = month.firstDay
    let shift = week == .starts ? 0 : 1
    let days = (0..<month.days).filter { index in
      let day = (first + index).weekday
      switch (covers, aggregation) {
      case (.week, .sum): return true
      case (.week, .last): return day == weekday.later(by: shift == 0 ? 6 : 0)
      case (.week, _): return day == weekday.later(by: shift == 0 ? 3 : 4)
      default: return !closed.contains(day)
      }
    }
    return days.reduce(0) { $0 | 1 << UInt32($1) }
  }
}
