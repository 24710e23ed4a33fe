public import Decision

extension UsualTerm {
  /// What is usual, in words such as `10–12 % of the charge`.
  public var usualWords: String {
    switch usual {
    case .word(let word): word
    case .range(let lower?, let upper?, _) where lower == upper: words(of: lower).joined(of)
    case .range(let lower?, let upper?, let unit):
      "\(Self.figure(lower, unit))–\(words(of: upper))".joined(of)
    case .range(let lower?, nil, _): "at least \(words(of: lower))".joined(of)
    case .range(nil, let upper?, _): "at most \(words(of: upper))".joined(of)
    case .range(nil, nil, _): ""
    }
  }

  /// An amount of the term with its unit.
  func words(of amount: Double) -> String {
    guard case .range(_, _, let unit) = usual else { return "" }
    let figure = Self.figure(amount, unit)
    return switch unit {
    case .share: figure + "\u{202F}%"
    case .months: figure + (amount == 1 ? " month" : " months")
    case .number: figure
    }
  }

  /// An amount with as many decimals as it needs, up to two.
  private static func figure(_ amount: Double, _ unit: Unit) -> String {
    let number = unit == .share ? amount * 100 : amount
    let text = number.figure(places: 2)
    guard text.contains(".") else { return text }
    let digits = String(text.reversed().drop { $0 == "0" }.reversed())
    return digits.hasSuffix(".") ? String(digits.dropLast()) : digits
  }
}

extension Leaning {
  /// Who gains, in a word.
  var words: String {
    switch self {
    case .buyer: "buyer"
    case .provider: "provider"
    case .either: "either"
    }
  }
}

extension String {
  fileprivate func joined(_ rest: String) -> String { rest.isEmpty ? self : "\(self) \(rest)" }
}
