import Glibc
import Quantities

/// The space between groups of thousands: narrow, and no place to break a line.
private let thin = "\u{202F}"

/// What is shown where a figure is not known.
let unknown = "–"

extension Double {
  /// The number with `places` decimals and its thousands in groups; in scientific form where it is
  /// beyond what has a meaning to the last digit.
  func figure(places: Int = 0) -> String {
    guard isFinite else { return unknown }
    let rounded = roundedHalfUp(places: places)
    let power = (0..<places).reduce(1.0) { product, _ in product * 10 }
    guard abs(rounded) * power < 1e15 else { return (self < 0 ? "−" : "") + "\(magnitude)" }
    let units = Int((abs(rounded) * power).rounded())
    let whole = Self.grouped("\(units / Int(power))")
    let sign = self < 0 && units > 0 ? "−" : ""
    guard places > 0 else { return sign + whole }
    let decimals = "\(units % Int(power))"
    return sign + whole + "." + String(repeating: "0", count: places - decimals.count) + decimals
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.count > 3 else { return digits }
    return grouped(String(digits.dropLast(3))) + thin + digits.suffix(3)
  }

  /// The share in per cent.
  func percent(places: Int = 0) -> String {
    isFinite ? (self * 100).figure(places: places) + thin + "%" : unknown
  }

  /// The share in per cent with as many decimals as it needs, up to two.
  var percentExact: String {
    let places = (0...1).first { ((self * 100).roundedHalfUp(places: $0) - self * 100).isTiny } ?? 2
    return percent(places: places)
  }

  private var isTiny: Bool { abs(self) < 1e-9 }

  /// The chance in per cent, which is 0 % or 100 % only where it happens never or always.
  var chance: String {
    if self > 0 && self < 0.005 { return "<1" + thin + "%" }
    if self < 1 && self > 0.995 { return ">99" + thin + "%" }
    return percent()
  }

  /// The number with four significant digits, as coefficients are shown.
  var coefficient: String {
    guard isFinite else { return unknown }
    switch abs(self) {
    case 100...: return figure()
    case 10..<100: return figure(places: 1)
    case 1..<10: return figure(places: 2)
    default: return figure(places: 3)
    }
  }

  /// The number with six significant digits at least, at most as many decimals, and two decimals
  /// where it is large.
  var significant: String {
    guard isFinite, self != 0 else { return figure() }
    let leading = Int(Glibc.log10(magnitude).rounded(.down))
    let figure = figure(places: min(max(5 - leading, 2), 12))
    guard figure.contains(".") else { return figure }
    let digits = String(figure.reversed().drop { $0 == "0" }.reversed())
    return digits.hasSuffix(".") ? String(digits.dropLast()) : digits
  }
}

extension Int {
  /// The number with its thousands in groups.
  var figure: String { Double(self).figure() }

  /// The number and what is counted: `1 bid`, `5 bids`.
  func of(_ thing: String) -> String { "\(figure) \(thing)\(self == 1 ? "" : "s")" }
}

/// From one figure to another; the dash gives way to a word where it would look like a minus sign.
func span(_ lower: String, _ upper: String) -> String {
  lower.hasPrefix("−") || upper.hasPrefix("−") ? "\(lower) to \(upper)" : "\(lower)–\(upper)"
}

/// In what amounts of money are shown.
struct MoneyScale {
  /// The unit in words, such as `EUR thousand`.
  let words: String
  private let divisor: Double
  private let places: Int

  /// The unit in which `largest` has four or five digits.
  init(currency: String, largest: Double) {
    switch largest {
    case 1e9...: (words, divisor, places) = ("\(currency) million", 1e6, 1)
    case 1e6..<1e9: (words, divisor, places) = ("\(currency) thousand", 1e3, 0)
    default: (words, divisor, places) = (currency, 1, 0)
    }
  }

  /// The amount in this unit.
  func callAsFunction(_ amount: Double) -> String { (amount / divisor).figure(places: places) }

  /// The amount as it is shown, in the evaluation currency.
  func rounded(_ amount: Double) -> Double {
    (amount / divisor).roundedHalfUp(places: places) * divisor
  }

  /// The amount in this unit with three or four significant digits.
  func fine(_ amount: Double) -> String { (amount / divisor).coefficient }

  /// The lower and upper amount.
  func range(_ lower: Double, _ upper: Double) -> String {
    span(self(lower), self(upper))
  }
}

extension [String] {
  /// The texts as a list in a sentence: `a, b and c`.
  var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
