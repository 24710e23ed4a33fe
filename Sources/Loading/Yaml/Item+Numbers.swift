import Futures

extension Item {
  /// A plain decimal number, without quotes, percent sign or unit.
  func number(_ bounds: Bounds) -> Double? {
    guard let plain, let number = decimal(plain) else {
      refuse(.number)
      return nil
    }
    return within(bounds, number)
  }

  /// A share of one, `12.5%` or `0.125`: the same number to the last bit.
  func share(_ bounds: Bounds) -> Double? {
    guard let plain, let share = decimalOrPercentage(plain) else {
      refuse(.share)
      return nil
    }
    let isPercentMeant = !plain.hasSuffix("%") && abs(share) >= 2 && bounds.contain(share / 100)
    return within(bounds, share, nearest: isPercentMeant ? plain + "%" : nil)
  }

  /// A whole number.
  func whole(_ range: ClosedRange<Int>) -> Int? {
    guard let plain, let number = wholeNumber(plain) else {
      refuse(.wholeNumber)
      return nil
    }
    return within(range, number)
  }

  /// A span of months: `60 months`, `1 month`, `1.5 months` or a bare number.
  func months(_ bounds: Bounds) -> Double? {
    guard let text = textOfMonths, let number = decimal(text) else {
      refuse(.months)
      return nil
    }
    return within(bounds, number)
  }

  /// A span of whole months.
  func wholeMonths(_ range: ClosedRange<Int>) -> Int? {
    guard let text = textOfMonths, let number = wholeNumber(text) else {
      refuse(.months)
      return nil
    }
    return within(range, number)
  }

  /// A coefficient: a number, a share, or `{mean: …, error: …}` with the error on `scale`.
  func parameter(_ scale: Parameter.Scale, _ bounds: Bounds) -> Parameter? {
    guard value.entries != nil else {
      return share(bounds).map { Parameter($0, scale: scale) }
    }
    return section { section in
      let mean = section.needed("mean")
      let estimate = mean?.share(bounds)
      let error = section.given("error").map { $0.share(bounds.errors) } ?? 0
      guard let estimate, let error else { return nil }
      if error > 0, scale == .log, estimate <= 0 {
        mean?.refuse(.within(lower: 0, upper: .infinity, open: true))
        return nil
      }
      return Parameter(estimate, error: error, scale: scale)
    }
  }

  private var textOfMonths: String? {
    guard let plain else { return nil }
    for unit in [" months", " month"] where plain.hasSuffix(unit) {
      return String(plain.dropLast(unit.count))
    }
    return plain
  }

  func within(_ bounds: Bounds, _ number: Double, nearest: String? = nil) -> Double? {
    guard bounds.contain(number) else {
      refuse(bounds.reason(against: number), nearest: nearest)
      return nil
    }
    return number
  }

  private func within(_ range: ClosedRange<Int>, _ number: Int) -> Int? {
    guard range.contains(number) else {
      let upper = range.upperBound == .max ? Double.infinity : Double(range.upperBound)
      refuse(.within(lower: Double(range.lowerBound), upper: upper, open: false))
      return nil
    }
    return number
  }
}

/// The number that `text` spells as `[+-] digits [. digits] [e [+-] digits]`: not infinite, not
/// hexadecimal, not sexagesimal, and not octal by a leading zero.
func decimal(_ text: String) -> Double? {
  guard isDecimal(text), let number = Double(text), number.isFinite else { return nil }
  return number
}

private func decimalOrPercentage(_ text: String) -> Double? {
  guard text.hasSuffix("%") else { return decimal(text) }
  let digits = String(text.dropLast())
  guard isDecimal(digits), !digits.contains(where: { "eE".contains($0) }),
    let number = Double(digits + "e-2"), number.isFinite
  else { return nil }
  return number
}

private func wholeNumber(_ text: String) -> Int? {
  guard isDecimal(text), !text.contains(where: { ".eE".contains($0) }) else { return nil }
  return Int(text)
}

private func isDecimal(_ text: String) -> Bool {
  var rest = Substring(text).utf8
  func digits() -> Int {
    let count = rest.prefix { (0x30...0x39).contains($0) }.count
    rest = rest.dropFirst(count)
    return count
  }
  func skip(_ characters: String) -> Bool {
    guard let first = rest.first, characters.utf8.contains(first) else { return false }
    rest = rest.dropFirst()
    return true
  }
  _ = skip("+-")
  let startsWithZero = rest.first == 0x30
  let whole = digits()
  guard whole > 0, !startsWithZero || whole == 1 else { return false }
  if skip("."), digits() == 0 { return false }
  if skip("eE") {
    _ = skip("+-")
    if digits() == 0 { return false }
  }
  return rest.isEmpty
}
