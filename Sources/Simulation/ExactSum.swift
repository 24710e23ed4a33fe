/// A sum that does not depend on the order of its terms: each term is rounded to a multiple of
/// 2⁻²⁰ and added as a 128-bit integer.
///
/// Its range is ±1.6e32: a hundred million blocks of costs up to 1e15 each, or of squares of
/// deviations up to 1e12. A sum that leaves it, or takes in what is no number, is none from then on,
/// in whatever order its terms came.
public struct ExactSum: Hashable, Sendable {
  private static let unit = 0x1p-20

  /// The sum in units; nothing beyond the range.
  private(set) var units: Int128? = 0

  /// Creates an empty sum.
  public init() {}

  /// Creates a sum of `units`, or one beyond the range.
  init(units: Int128?) { self.units = units }

  /// The sum; not a number beyond the range.
  public var value: Double { units.map { $0.nearest * Self.unit } ?? .nan }

  /// Adds `term`.
  public static func += (sum: inout Self, term: Double) {
    let units = (term / unit).rounded()
    sum.add(abs(units) < 0x1p62 ? Int128(Int64(units)) : Int128(exactly: units))
  }

  /// Adds another sum.
  public static func += (sum: inout Self, other: Self) { sum.add(other.units) }

  /// The difference of two sums, of which the second is part of the first.
  public static func - (sum: Self, part: Self) -> Self {
    var difference = sum
    difference.add(part.units.map { -$0 })
    return difference
  }

  private mutating func add(_ term: Int128?) {
    guard let units, let term else {
      units = nil
      return
    }
    let (sum, isBeyond) = units.addingReportingOverflow(term)
    self.units = isBeyond ? nil : sum
  }
}

extension Int128 {
  /// The nearest number in double precision, of two equally near ones the even one: `Double(self)`,
  /// which the standard library finds a hundred times more slowly.
  ///
  /// Of a large number the leading 64 bits are rounded by the processor; whatever is cut off
  /// below them is told by the last, which lies beyond the 53 that stay.
  var nearest: Double {
    let shift = UInt64.bitWidth - magnitude.leadingZeroBitCount
    guard shift > 0 else { return (self < 0 ? -1 : 1) * Double(UInt64(magnitude)) }
    let leading = UInt64(magnitude >> shift)
    let isCut = magnitude.trailingZeroBitCount < shift
    let rounded = Double(leading | (isCut ? 1 : 0))
    return Double(sign: self < 0 ? .minus : .plus, exponent: shift, significand: rounded)
  }
}
