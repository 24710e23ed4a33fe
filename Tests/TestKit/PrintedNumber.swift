/// A number as a page prints it: `−1,234.50`, `12.5%`, `€ 900`.
struct PrintedNumber: Hashable {
  /// The number; 0.125 for `12.5%`.
  var value: Double

  /// Half a unit of the last printed place: how far the exact number may lie from the printed.
  var halfUnit: Double

  /// Reads a number with decimal point, commas or thin blanks between thousands, a sign, a
  /// currency sign in front and `%` behind; nil when the text is anything else.
  init?(_ text: String) {
    var digits = text.filter { !Self.ignored.contains($0) && !$0.isWhitespace }
    digits.replace("−", with: "-")
    let isPercent = digits.last == "%"
    if isPercent { digits.removeLast() }
    guard digits.allSatisfy({ "0123456789.+-eE".contains($0) }), let read = Double(digits) else {
      return nil
    }
    let places = Self.decimals(of: digits) + (isPercent ? 2 : 0)
    value = isPercent ? read / 100 : read
    halfUnit = 0.5 / Self.powerOfTen(places)
  }

  /// Whether `number` would be printed like this: halves may go either way.
  func isPrint(of number: Double) -> Bool {
    abs(number - value) <= halfUnit * (1 + 1e-9) + abs(value) * 1e-15
  }

  private static let ignored: Set<Character> = [",", "€", "$", "£", "*", "`"]

  private static func decimals(of digits: String) -> Int {
    let mantissa = digits.prefix { $0 != "e" && $0 != "E" }
    let exponent = Int(digits.dropFirst(mantissa.count + 1)) ?? 0
    guard let point = mantissa.firstIndex(of: ".") else { return -exponent }
    return mantissa.distance(from: point, to: mantissa.endIndex) - 1 - exponent
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    let power = (0..<abs(exponent)).reduce(1.0) { product, _ in product * 10 }
    return exponent < 0 ? 1 / power : power
  }
}
