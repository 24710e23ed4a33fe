/// One field to be written.
public enum Cell: Hashable, Sendable {
  /// Nothing.
  case empty

  /// Text, quoted as needed.
  case text(String)

  /// A whole number.
  case integer(Int)

  /// A number, written with the fewest digits that read back to the same `Double`.
  ///
  /// A number that is not finite has no form in a table: it traps when written.
  case number(Double)

  /// A month, as `2027-04`.
  case month(YearMonth)

  /// `true` or `false`.
  case flag(Bool)

  /// A number or a percentage already written out, such as `-12.50` or `12.5%`.
  ///
  /// What is no such numeral of the table's format is treated as text.
  case figure(String)
}

extension Cell: ExpressibleByStringLiteral {
  /// Text.
  public init(stringLiteral text: String) {
    self = .text(text)
  }
}

extension Cell: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral whole: Int) {
    self = .integer(whole)
  }
}

extension Cell: ExpressibleByFloatLiteral {
  /// A number.
  public init(floatLiteral number: Double) {
    self = .number(number)
  }
}
