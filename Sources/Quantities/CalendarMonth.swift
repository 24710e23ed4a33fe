/// A month of a calendar year, written `2027-04`.
public struct CalendarMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Months since January of the year 0.
  public let number: Int

  /// The calendar year.
  public var year: Int { (number - monthOfYear + 1) / 12 }

  /// The month of the year, 1 (January) to 12.
  public var monthOfYear: Int { number % 12 + 1 }

  /// Creates the month `monthOfYear` (1…12) of `year` (0…9999), or nothing where there is none.
  public init?(year: Int, month monthOfYear: Int) {
    guard (1...12).contains(monthOfYear), (0...9_999).contains(year) else { return nil }
    number = year * 12 + monthOfYear - 1
  }

  /// Reads `2027-04`, or nothing where `text` is not of that form.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      parts.joined().allSatisfy({ ("0"..."9").contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1])
    else { return nil }
    self.init(year: year, month: month)
  }

  /// Creates the month so many months after January of the year 0.
  public init(number: Int) { self.number = number }

  /// The month `months` later (earlier where negative).
  public static func + (month: Self, months: Int) -> Self { Self(number: month.number + months) }

  /// The number of months from `earlier` to `later`.
  public static func - (later: Self, earlier: Self) -> Int { later.number - earlier.number }

  /// Whether one month comes before another.
  public static func < (one: Self, other: Self) -> Bool { one.number < other.number }

  /// The month in the form `2027-04`.
  public var description: String {
    let year = String(self.year)
    let month = String(monthOfYear)
    let zeros = String(repeating: "0", count: max(0, 4 - year.count))
    return zeros + year + "-" + (month.count < 2 ? "0" : "") + month
  }
}
