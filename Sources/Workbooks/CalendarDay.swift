/// A day of the calendar, as a date cell holds it.
public struct CalendarDay: Hashable, Sendable {
  /// The year.
  public var year: Int

  /// The month of the year, 1 to 12.
  public var month: Int

  /// The day of the month, 1 to 31.
  public var day: Int

  /// Creates a day, or nothing where there is none such in the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month),
      (1...Self.days(of: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2027-04-01`, with or without a time behind it.
  public init?(_ text: some StringProtocol) {
    let date = text.split(separator: "T", maxSplits: 1).first ?? ""
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }) else {
      return nil
    }
    let numbers = parts.compactMap { UInt($0).map { Int($0) } }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The day of a serial number, as spreadsheets count them.
  ///
  /// Day 1 is 1 January 1900, and 1900 is taken for a leap year, so that from 61 on days are counted
  /// from 30 December 1899; with `from1904` day 0 is 1 January 1904. The time of the day, a
  /// fraction, is passed over. Nothing for numbers below 1, for day 60, and beyond the year 9999.
  ///
  /// Source: ECMA-376 part 1, 18.17.4.1.
  public init?(serial: Double, from1904: Bool) {
    guard serial >= (from1904 ? 0 : 1), serial < 2_958_466 else { return nil }
    let whole = Int(serial)
    guard from1904 || whole != 60 else { return nil }
    let offset = from1904 ? 24_107 : whole < 60 ? 25_568 : 25_569
    self.init(daysSince1970: whole - offset)
  }

  /// The civil date of a day number, by eras of 400 years of 146,097 days that begin in March.
  ///
  /// Source: H. Hinnant, chrono-compatible low-level date algorithms, `civil_from_days`.
  private init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as `2027-04-01`.
  public var description: String {
    let digits = String(year)
    let zeros = String(repeating: "0", count: 4 - digits.count)
    return "\(zeros)\(digits)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
