/// A number as a file writes it: exact decimals, and their unit.
public struct WrittenNumber: Hashable, Sendable {
  /// What stands behind the digits.
  public enum Unit: String, Hashable, Sendable {
    /// Nothing: a plain number, or a share.
    case none = ""
    /// A percentage sign.
    case percent = "%"
    /// Months.
    case months = " months"
  }

  /// The number without its decimal point: the value as written times 10 to the power of ``places``.
  public var digits: Int

  /// The decimals.
  public var places: Int

  /// The unit.
  public var unit: Unit

  /// The most digits that are exact.
  static let mostDigits = 15

  /// Creates a number of `digits`, of which `places` are decimals, without needless ones.
  public init(_ digits: Int, places: Int = 0, _ unit: Unit = .none) {
    (self.digits, self.places, self.unit) = (digits, places, unit)
    while self.places > 0, self.digits.isMultiple(of: 10) {
      self.digits /= 10
      self.places -= 1
    }
  }

  /// Reads `text`, such as `12.5%`, `0.125`, `-3` or `6 months`; nothing where it is no such number.
  public init?(_ text: some StringProtocol) {
    var rest = String(text)
    var unit = Unit.none
    for (ending, meant) in [(" months", Unit.months), (" month", .months), ("%", .percent)]
    where rest.hasSuffix(ending) {
      rest.removeLast(ending.count)
      unit = meant
      break
    }
    let sign = rest.hasPrefix("-") ? -1 : 1
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isWritten = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    let digits = parts.joined()
    guard isWritten, digits.count <= Self.mostDigits, let number = Int(digits) else { return nil }
    self.init(sign * number, places: parts.count == 2 ? parts[1].count : 0, unit)
  }

  /// The number as a file writes it.
  public var text: String {
    let all = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - all.count)) + all
    let sign = digits < 0 ? "-" : ""
    let point = places > 0 ? "." + padded.suffix(places) : ""
    let ending = unit == .months && abs(digits) == 1 && places == 0 ? " month" : unit.rawValue
    return sign + padded.dropLast(places) + point + ending
  }

  /// The value, of which a percentage is the hundredth part: to the last bit what is read from
  /// ``text``.
  public var value: Double {
    Double("\(digits)e-\(places + (unit == .percent ? 2 : 0))") ?? .nan
  }

  /// The digits with `places` decimals, which are no fewer than its own; nothing beyond all digits.
  func digits(withPlaces places: Int) -> Int? {
    var scaled = digits
    for _ in self.places..<max(places, self.places) {
      let (next, isTooLarge) = scaled.multipliedReportingOverflow(by: 10)
      guard !isTooLarge else { return nil }
      scaled = next
    }
    return scaled
  }

  /// The number nearest to `value` with `places` decimals as written.
  public init(nearest value: Double, places: Int, _ unit: Unit) {
    let scale = (0..<places).reduce(unit == .percent ? 100.0 : 1) { scale, _ in scale * 10 }
    self.init(Int((value * scale).rounded()), places: places, unit)
  }
}
