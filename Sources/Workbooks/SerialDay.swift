public import Quantities

extension CalendarDay {
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
    guard from1904 || whole != 60, let first = CalendarDay(year: 1900, month: 1, day: 1) else {
      return nil
    }
    self = first + (from1904 ? whole + 1_460 : whole < 60 ? whole - 1 : whole - 2)
  }

  /// Reads `2027-04-01` as a date cell writes it, with or without a time behind it.
  public init?(cell text: some StringProtocol) {
    self.init(text.split(separator: "T", maxSplits: 1).first ?? "")
  }
}
