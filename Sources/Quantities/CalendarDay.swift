/// A day of the Gregorian calendar, which is taken to hold before 1582 too; written `2027-04-30`.
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1 March of the year 0.
  public let number: Int

  /// Creates the day `day` of `month`, or nothing where the month has no such day.
  public init?(month: CalendarMonth, day: Int) {
    guard (1...month.days).contains(day) else { return nil }
    self.init(month, day)
  }

  /// Creates the day, or nothing where there is none such in the years 0 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard let month = CalendarMonth(year: year, month: month) else { return nil }
    self.init(month: month, day: day)
  }

  /// Reads `2027-04-30`, or nothing where `text` is not of that form or there is no such day.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10, let month = CalendarMonth(text.dropLast(3)),
      text.dropLast(2).last == "-",
      text.suffix(2).allSatisfy({ ("0"..."9").contains($0) }), let day = Int(text.suffix(2))
    else { return nil }
    self.init(month: month, day: day)
  }

  /// Numbers a day that there is.
  ///
  /// A year begins in March here, so that the day that leap years have more is its last, and the
  /// months before month m of it have ⌊(153·m + 2)/5⌋ days. A leap day before the year 0 counts from
  /// the year −400 on.
  fileprivate init(_ month: CalendarMonth, _ day: Int) {
    let year = month.year - (month.monthOfYear <= 2 ? 1 : 0) + 400
    let leapDays = year / 4 - year / 100 + year / 400
    let before = (153 * ((month.monthOfYear + 9) % 12) + 2) / 5
    number = 365 * year + leapDays + before + day - 1 - Self.daysOfEra
  }

  private init(number: Int) { self.number = number }

  /// 400 years.
  private static let daysOfEra = 146_097

  /// The day `days` later (earlier where negative).
  public static func + (day: Self, days: Int) -> Self { Self(number: day.number + days) }

  /// Whether one day comes before another.
  public static func < (one: Self, other: Self) -> Bool { one.number < other.number }

  /// The day of the week; day 0 was a Wednesday.
  public var weekday: Weekday { Weekday.allCases[(number + Self.daysOfEra + 2) % 7] }

  /// The month in which the day lies, and which of its days it is, counted from 1.
  ///
  /// The day of an era is made a year of it by taking off leap days: one in 1 460, less one in
  /// 36 524, plus one in 146 096.
  public var place: (month: CalendarMonth, day: Int) {
    let (era, ofEra) = (number + Self.daysOfEra).quotientAndRemainder(dividingBy: Self.daysOfEra)
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let count = ((era - 1) * 400 + year) * 12 + 2 + month
    return (CalendarMonth(number: count), ofYear - (153 * month + 2) / 5 + 1)
  }

  /// The month in which the day lies.
  public var month: CalendarMonth { place.month }

  /// The day of the month, from 1.
  public var day: Int { place.day }

  /// The day in the form `2027-04-30`.
  public var description: String {
    let (month, day) = place
    return "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }
}

/// A day of the week.
public enum Weekday: String, Sendable, CaseIterable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// The day of the week so many days later.
  public func later(by days: Int) -> Weekday {
    let all = Weekday.allCases
    return all[((all.firstIndex(of: self) ?? 0) + days) % 7]
  }

  /// The name as sentences have it.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension CalendarMonth {
  /// The first day of the month.
  public var firstDay: CalendarDay { CalendarDay(self, 1) }

  /// How many days the month has, by the Gregorian calendar.
  public var days: Int {
    switch monthOfYear {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
