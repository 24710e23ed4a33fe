/// A day of a calendar month, written `2027-04-30`.
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The month in which it lies.
  public let month: CalendarMonth

  /// The day of the month, from 1.
  public let day: Int

  /// Creates the day `day` of `month`, or nothing where the month has no such day.
  public init?(month: CalendarMonth, day: Int) {
    guard (1...month.days).contains(day) else { return nil }
    self.month = month
    self.day = day
  }

  /// Reads `2027-04-30`, or nothing where `text` is not of that form or there is no such day.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10, let month = CalendarMonth(text.dropLast(3)),
      text.dropLast(2).last == "-",
      text.suffix(2).allSatisfy({ ("0"..."9").contains($0) }), let day = Int(text.suffix(2))
    else { return nil }
    self.init(month: month, day: day)
  }

  fileprivate init(firstOf month: CalendarMonth) {
    self.month = month
    day = 1
  }

  /// Whether one day comes before another.
  public static func < (one: Self, other: Self) -> Bool {
    (one.month, one.day) < (other.month, other.day)
  }

  /// The day in the form `2027-04-30`.
  public var description: String { "\(month)-" + (day < 10 ? "0" : "") + "\(day)" }
}

extension CalendarMonth {
  /// The first day of the month.
  public var firstDay: CalendarDay { CalendarDay(firstOf: self) }

  /// How many days the month has, by the Gregorian calendar.
  public var days: Int {
    switch monthOfYear {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
