/// Decimal numbers of one format, read to the nearest `Double`.
///
/// A numeral is `[+-] digits [mark digits] [e [+-] digits]`, and nothing besides: no blanks, no
/// bare or trailing mark, no hexadecimal, no names of infinities.
///
/// # Accuracy
/// Correctly rounded (half to even). For a significand m ≤ 2⁵³ and a power of ten |k| ≤ 22 both
/// m and 10ᵏ are doubles, so one multiplication or division rounds once (Clinger 1990); every
/// other numeral goes through the standard library's correctly rounded conversion.
struct Numeral {
  /// What a field turned out to be.
  enum Reading: Equatable {
    case value(Double)
    case malformed
    case tooLarge
  }

  let mark: UInt8
  let thousands: UInt8?

  init(_ format: TableFormat) {
    mark = format.decimalMark.rawValue
    thousands = format.thousands?.rawValue
  }

  /// The number times 10^`shift`.
  func read(_ text: UnsafeBufferPointer<UInt8>, shift: Int = 0) -> Reading {
    var scan = unsafe Scan(text, mark: mark)
    if scan.isNumeral { return unsafe scan.value(of: text, shift: shift) }
    guard let thousands, unsafe text.contains(thousands),
      let plain = unsafe Self.ungrouped(text, separator: thousands, mark: mark)
    else { return .malformed }
    return unsafe plain.withUnsafeBufferPointer { digits in
      scan = unsafe Scan(digits, mark: mark)
      return unsafe scan.isNumeral ? scan.value(of: digits, shift: shift) : .malformed
    }
  }

  func read(_ text: some StringProtocol) -> Reading {
    unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe read($0) }
  }

  /// The whole number, or `nil` if it is none; `tooLarge` beyond 64 bits.
  func readWhole(_ text: UnsafeBufferPointer<UInt8>) -> Result<Int, WholeFault> {
    var digits = unsafe Array(text)
    if let thousands, digits.contains(thousands) {
      guard let plain = unsafe Self.ungrouped(text, separator: thousands, mark: mark) else {
        return .failure(.malformed)
      }
      digits = plain
    }
    let unsigned = Self.isSign(digits.first) ? digits.dropFirst() : digits[...]
    guard !unsigned.isEmpty, unsigned.allSatisfy({ Self.figure($0) != nil }) else {
      return .failure(.malformed)
    }
    let whole = Int(String(decoding: digits, as: UTF8.self))
    return whole.map { .success($0) } ?? .failure(.tooLarge)
  }

  enum WholeFault: Error {
    case malformed
    case tooLarge
  }

  /// The value of a digit.
  @inline(__always)
  static func figure(_ byte: UInt8) -> UInt8? {
    let value = byte &- Ascii.zero
    return value < 10 ? value : nil
  }

  static func isSign(_ byte: UInt8?) -> Bool {
    byte == Ascii.plus || byte == Ascii.minus
  }

  /// The numeral without its separators, or `nil` if they do not stand before groups of three.
  private static func ungrouped(
    _ text: UnsafeBufferPointer<UInt8>,
    separator: UInt8,
    mark: UInt8
  ) -> [UInt8]? {
    let bytes = unsafe Array(text)
    let start = isSign(bytes.first) ? 1 : 0
    let end = bytes[start...].firstIndex { $0 != separator && figure($0) == nil } ?? bytes.count
    let groups = bytes[start..<end].split(separator: separator, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Array(bytes[..<start]) + Array(groups.joined()) + Array(bytes[end...])
  }
}
