/// The values of a term that are tried.
public enum TermRange: Hashable, Sendable {
  /// These, as they would be written in a file.
  case values([String])
  /// All numbers between two, both with so many decimals as digits are counted in.
  case between(WrittenNumber, WrittenNumber)

  /// Why a range is none.
  public enum Fault: Error, Hashable, Sendable {
    /// This is neither a number nor a word.
    case value(String)
    /// The ends, or the step, are not all numbers of one unit.
    case units(String)
    /// The step is not above 0.
    case step(String)
    /// The second end lies below the first.
    case falling(String)
    /// Steps from the first end pass by the second.
    case passesEnd(end: String, last: String, next: String)
    /// A range without a step, where values are not sampled.
    case noStep(String)
    /// A value that stands there twice.
    case repeated(String)
    /// More values than ``Design/mostCells``.
    case tooMany(Int)
  }

  /// Reads `8%..20%:2%`, `8%..20%`, `8%,12%,20%` or `never,always`.
  ///
  /// Ends are included; decimals are exact, so that values are those that a file would have.
  /// A minus as reports print it is a hyphen, as files have it.
  public init(_ typed: String) throws(Fault) {
    let text = String(typed.map { $0 == "−" ? "-" : $0 })
    guard let dots = text.range(between: "..") else {
      self = .values(try Self.list(text))
      return
    }
    let from = text[..<dots.lowerBound]
    let parts = text[dots.upperBound...].split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let low = WrittenNumber(from), let high = parts.first.flatMap({ WrittenNumber($0) }),
      low.unit == high.unit
    else { throw .units(text) }
    guard parts.count == 2 else {
      guard low.value <= high.value else { throw .falling(text) }
      self = .between(low, high)
      return
    }
    guard let step = WrittenNumber(parts[1]), step.unit == low.unit else { throw .units(text) }
    self = .values(try Self.steps(from: low, to: high, by: step, text))
  }

  private static func list(_ text: String) throws(Fault) -> [String] {
    var values: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let value = part.trimmed
      let isPlain = value.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || "0123456789.%+-_ ".unicodeScalars.contains(scalar))
      }
      guard !value.isEmpty, isPlain else { throw .value(value) }
      guard !values.contains(value) else { throw .repeated(value) }
      values.append(value)
    }
    guard values.count <= Design.mostCells else { throw .tooMany(values.count) }
    return values
  }

  private static func steps(
    from low: WrittenNumber, to high: WrittenNumber, by step: WrittenNumber, _ text: String
  ) throws(Fault) -> [String] {
    let places = max(low.places, high.places, step.places)
    guard let first = low.digits(withPlaces: places), let last = high.digits(withPlaces: places),
      let stride = step.digits(withPlaces: places)
    else { throw .value(text) }
    guard stride > 0 else { throw .step(text) }
    guard first <= last else { throw .falling(text) }
    let count = (last - first) / stride + 1
    func written(_ place: Int) -> String {
      WrittenNumber(first + place * stride, places: places, low.unit).text
    }
    guard (last - first).isMultiple(of: stride) else {
      throw .passesEnd(end: high.text, last: written(count - 1), next: written(count))
    }
    guard count <= Design.mostCells else { throw .tooMany(count) }
    return (0..<count).map(written)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Where `mark` stands first.
  fileprivate func range(between mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
      start = index(after: start)
    }
    return nil
  }

  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    let front = drop { $0 == " " }
    return String(String(front.reversed()).drop { $0 == " " }.reversed())
  }
}
