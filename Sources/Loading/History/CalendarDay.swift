import Quantities

/// A day of the Gregorian calendar, which is taken to hold before 1582 too.
struct CalendarDay: Hashable, Comparable {
  /// Days since 1 March of the year 0.
  let number: Int

  /// Creates the day, or nothing where there is none such in the years 1 to 9998.
  ///
  /// A year begins in March here, so that the day that leap years have more is its last, and the
  /// months before month m of it have ⌊(153·m + 2)/5⌋ days.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9_998).contains(year), let named = CalendarMonth(year: year, month: month),
      (1...named.days).contains(day)
    else { return nil }
    let shifted = year - (month <= 2 ? 1 : 0)
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    number = 365 * shifted + leapDays + (153 * ((month + 9) % 12) + 2) / 5 + day - 1
  }

  private init(number: Int) { self.number = number }

  /// The day `days` later (earlier where negative).
  static func + (day: Self, days: Int) -> Self { Self(number: day.number + days) }

  static func < (one: Self, other: Self) -> Bool { one.number < other.number }

  /// The day of the week; day 0 was a Wednesday.
  var weekday: Weekday { Weekday.allCases[(number + 2) % 7] }

  /// The month in which the day lies, and which of its days it is, counted from 1.
  ///
  /// 400 years have 146 097 days. The day of an era is made a year of it by taking off leap days:
  /// one in 1 460, less one in 36 524, plus one in 146 096.
  var place: (month: MonthNumber, day: Int) {
    let era = number / 146_097
    let ofEra = number % 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let count = (era * 400 + year) * 12 + 2 + month
    return (MonthNumber(count), ofYear - (153 * month + 2) / 5 + 1)
  }
}

/// A month counted from January of the year 0.
typealias MonthNumber = Int32

/// A day of the week.
enum Weekday: String, CaseIterable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// The day of the week so many days later.
  func later(by days: Int) -> Weekday {
    let all = Weekday.allCases
    return all[((all.firstIndex(of: self) ?? 0) + days) % 7]
  }

  /// The name as sentences have it.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension CalendarMonth {
  /// The month with this number.
  init?(number: MonthNumber) { self.init(year: Int(number) / 12, month: Int(number) % 12 + 1) }

  /// Months since January of the year 0.
  var number: MonthNumber { MonthNumber(year * 12 + monthOfYear - 1) }

  /// The days of the month in the Gregorian calendar.
  var days: Int {
    switch monthOfYear {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day of the month, of years from 1 to 9998.
  var firstDay: CalendarDay? { CalendarDay(year: year, month: monthOfYear, day: 1) }
}
