import Quantities

/// How the dates and months of a history are written.
enum PeriodFormat: String, CaseIterable {
  case yearMonth = "yyyy-MM"
  case yearMonthDay = "yyyy-MM-dd"
  case dayMonthYear = "dd/MM/yyyy"
  case monthDayYear = "MM/dd/yyyy"
  case yearMonthDayWithSlashes = "yyyy/MM/dd"
  case monthYear = "MM/yyyy"
  case dayMonthYearWithPoints = "dd.MM.yyyy"
  case shortDayMonthYear = "d.M.yyyy"
  case yearMonthTogether = "yyyyMM"
  case yearMonthDayTogether = "yyyyMMdd"
  case timestamp = "yyyy-MM-dd'T'HH:mm:ss"
  case spacedTimestamp = "yyyy-MM-dd HH:mm:ss"
  case namedMonthYear = "MMM yyyy"
  case namedMonthShortYear = "MMM-yy"

  /// The years of which there may be a history; another is a slip.
  static let years = 1900...2199

  /// Whether a day is named and not only a month.
  var namesDays: Bool { rawValue.contains("d") }

  /// What is written before the time of day, where there is one.
  private var pattern: Substring { rawValue.prefix { $0 != "'" && $0 != "H" } }

  /// The day that `text` names, the first of its month where it names none; nothing where it is not
  /// of this form or no day.
  func day(_ text: String) -> CalendarDay? {
    var rest = Array(text.utf8)[...]
    var numbers: [Character: Int] = [:]
    var pattern = self.pattern.trimmingSpace
    while let letter = pattern.first {
      let width = pattern.prefix { $0 == letter }.count
      pattern = pattern.dropFirst(letter.isLetter ? width : 1)
      guard letter.isLetter else {
        guard rest.popFirst() == letter.asciiValue else { return nil }
        continue
      }
      let number = letter == "M" && width == 3 ? rest.takeMonthName() : rest.takeDigits(width)
      guard let number else { return nil }
      numbers[letter] = letter == "y" && width == 2 ? 2_000 + number : number
    }
    guard isTimeOfDay(rest), let year = numbers["y"], let month = numbers["M"],
      Self.years.contains(year)
    else { return nil }
    return CalendarDay(year: year, month: month, day: numbers["d"] ?? 1)
  }

  /// Whether `rest` is nothing, or the time of day that belongs to a timestamp.
  ///
  /// That is `T10:30`, with seconds, a fraction of them and a zone or without. The date is taken as
  /// it is written.
  private func isTimeOfDay(_ rest: ArraySlice<UInt8>) -> Bool {
    var rest = rest
    switch self {
    case .timestamp: guard rest.popFirst() == UInt8(ascii: "T") else { return false }
    case .spacedTimestamp: guard rest.popFirst() == UInt8(ascii: " ") else { return false }
    default: return rest.isEmpty
    }
    guard rest.takeNumber(below: 24), rest.take(":"), rest.takeNumber(below: 60) else {
      return false
    }
    if rest.take(":") {
      guard rest.takeNumber(below: 61) else { return false }
      if rest.take(".") {
        let digits = rest.prefix { (0x30...0x39).contains($0) }.count
        guard digits > 0 else { return false }
        rest = rest.dropFirst(digits)
      }
    }
    if rest.isEmpty || rest.elementsEqual("Z".utf8) { return true }
    guard rest.take("+") || rest.take("-"), rest.takeNumber(below: 24) else { return false }
    _ = rest.take(":")
    return rest.isEmpty || rest.takeNumber(below: 60) && rest.isEmpty
  }
}

extension Substring {
  fileprivate var trimmingSpace: Substring { last == " " ? dropLast() : self }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: letter) else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeNumber(below limit: Int) -> Bool {
    takeDigits(2).map { $0 < limit } ?? false
  }

  /// A number of `width` digits; where that is 1, of one or two.
  fileprivate mutating func takeDigits(_ width: Int) -> Int? {
    let digits = prefix(Swift.max(width, 2)).prefix { (0x30...0x39).contains($0) }
    guard digits.count == width || width == 1 && digits.count == 2 else { return nil }
    removeFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The number of the month that is named by three English letters, large or small.
  fileprivate mutating func takeMonthName() -> Int? {
    let name = prefix(3).map { $0 | 0x20 }
    let names = "janfebmaraprmayjunjulaugsepoctnovdec".utf8
    guard name.count == 3 else { return nil }
    removeFirst(3)
    return (0..<12).first { names.dropFirst(3 * $0).prefix(3).elementsEqual(name) }.map { $0 + 1 }
  }
}

/// Whether `text` names a quarter, as `2024-Q1`, `Q1 2024` or `yyyy-'Q'Q` do.
func namesQuarter(_ text: String) -> Bool {
  let bytes = Array(text.uppercased().utf8)
  return bytes.indices.contains { index in
    guard bytes[index] == UInt8(ascii: "Q") else { return false }
    let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "Q")
    return (0x31...0x34).contains(next) || next == UInt8(ascii: "Q") || next == 0x27
      || next == UInt8(ascii: " ")
  }
}
