extension Numeral {
  /// One pass over a numeral: its sign, its first 19 digits and its power of ten.
  struct Scan {
    private(set) var isNumeral = false
    private var isNegative = false
    private var significand: UInt64 = 0

    /// Whether digits other than those in the significand were met.
    private var isCut = false
    private var fractionDigits = 0
    private var exponent = 0

    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) {
      let end = text.count
      var index = 0
      if end > 0, unsafe Numeral.isSign(text[0]) {
        isNegative = unsafe text[0] == Ascii.minus
        index = 1
      }
      let whole = unsafe takeDigits(text, from: &index)
      guard whole > 0 else { return }
      if index < end, unsafe text[index] == mark {
        index += 1
        fractionDigits = unsafe takeDigits(text, from: &index)
        guard fractionDigits > 0 else { return }
      }
      if index < end {
        guard unsafe takeExponent(text, from: &index) else { return }
      }
      isNumeral = index == end
    }

    /// 10¹⁸ and one digit more still fit 64 bits.
    @inline(__always)
    private mutating func takeDigits(
      _ text: UnsafeBufferPointer<UInt8>,
      from index: inout Int
    ) -> Int {
      let start = index
      while index < text.count, let figure = unsafe Numeral.figure(text[index]) {
        if significand < 1_000_000_000_000_000_000 {
          significand = significand &* 10 &+ UInt64(figure)
        } else {
          isCut = true
        }
        index += 1
      }
      return index - start
    }

    private mutating func takeExponent(
      _ text: UnsafeBufferPointer<UInt8>,
      from index: inout Int
    ) -> Bool {
      guard unsafe text[index] | 0x20 == Ascii.exponent else { return false }
      index += 1
      var isFraction = false
      if index < text.count, unsafe Numeral.isSign(text[index]) {
        isFraction = unsafe text[index] == Ascii.minus
        index += 1
      }
      let start = index
      // Larger powers than 10^±4·10⁹ cannot be undone by the digits of a field.
      while index < text.count, let figure = unsafe Numeral.figure(text[index]) {
        exponent = min(exponent * 10 + Int(figure), 4_000_000_000)
        index += 1
      }
      if isFraction { exponent = -exponent }
      return index > start
    }

    /// The number, times 10^`shift`.
    @inline(__always)
    func value(of text: UnsafeBufferPointer<UInt8>, shift: Int) -> Reading {
      let power = exponent - fractionDigits + shift
      guard !isCut, significand <= 1 << 53, abs(power) <= 22 else {
        return unsafe exactValue(of: text, power: power)
      }
      let whole = Double(significand)
      let scale = powersOfTen[abs(power)]
      let magnitude = power < 0 ? whole / scale : whole * scale
      return .value(isNegative ? -magnitude : magnitude)
    }

    /// All digits without their mark, then the power: a form that the standard library rounds.
    private func exactValue(of text: UnsafeBufferPointer<UInt8>, power: Int) -> Reading {
      var plain: [UInt8] = isNegative ? [Ascii.minus] : []
      for byte in unsafe Array(text) {
        if byte | 0x20 == Ascii.exponent { break }
        if Numeral.figure(byte) != nil { plain.append(byte) }
      }
      plain.append(Ascii.exponent)
      plain.append(contentsOf: String(power).utf8)
      guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else {
        return .tooLarge
      }
      return .value(value)
    }
  }
}

/// 10⁰ to 10²², each exactly a double.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
