/// A month of a year, as written in tables: `2027-04`.
public struct YearMonth: Hashable, Sendable {
  /// The year, 0 to 9999.
  public let year: Int

  /// The month of the year, 1 to 12.
  public let month: Int

  /// Creates a month, or `nil` if there is none such.
  public init?(year: Int, month: Int) {
    guard (0...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// Reads `2027-04`: exactly four digits, a hyphen and two digits.
  public init?(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 7 else { return nil }
    unsafe self.init(utf8: Array(text))
  }

  private init?(utf8 bytes: [UInt8]) {
    guard bytes.count == 7, bytes[4] == Ascii.minus,
      let year = Self.whole(bytes[..<4]), let month = Self.whole(bytes[5...])
    else { return nil }
    self.init(year: year, month: month)
  }

  private static func whole(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard let figure = Numeral.figure(digit) else { return nil }
      value = value * 10 + Int(figure)
    }
    return value
  }
}

extension YearMonth: Comparable {
  /// The number of months since January of the year 0.
  public var index: Int { year * 12 + month - 1 }

  /// Orders months by time.
  public static func < (earlier: YearMonth, later: YearMonth) -> Bool {
    earlier.index < later.index
  }
}

extension YearMonth: CustomStringConvertible {
  /// The month as written in tables, such as `2027-04`.
  public var description: String {
    let digits = String(year)
    let zeros = String(repeating: "0", count: 4 - digits.count)
    return "\(zeros)\(digits)-\(month < 10 ? "0" : "")\(month)"
  }
}
