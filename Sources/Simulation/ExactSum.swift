/// A sum that does not depend on the order of its terms: each term is rounded to a multiple of
/// 2⁻²⁰ and added as a 128-bit integer.
///
/// Terms are sums over one block of futures, up to 1e15 each; a hundred million of them fit.
public struct ExactSum: Hashable, Sendable {
  private static let unit = 0x1p-20
  private var units: Int128 = 0

  /// Creates an empty sum.
  public init() {}

  /// The sum.
  public var value: Double { Double(units) * Self.unit }

  /// Adds `term`.
  public static func += (sum: inout Self, term: Double) {
    sum.units += Int128((term / unit).rounded())
  }

  /// Adds another sum.
  public static func += (sum: inout Self, other: Self) { sum.units += other.units }
}
