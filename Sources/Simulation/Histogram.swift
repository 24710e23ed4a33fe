import Rows

/// Counts and sums of a figure in bins of equal relative width, merged exactly over blocks and
/// shards. The sum of a bin is known to 2⁻²⁵ of its width for each value.
///
/// A bin is the leading bits of a number's IEEE representation: sign, exponent and
/// ``mantissaBits`` of the mantissa, so a bin is at most `2^−mantissaBits` wide relative to its
/// values, for any magnitude and either sign.
public struct Histogram: Sendable, Equatable {
  /// The bits of the mantissa that tell bins apart.
  public let mantissaBits: Int

  /// The numbers of the pages that hold futures, in the order in which they came.
  private var pages: [Int] = []

  /// The bins of the pages, page by page in the same order.
  private var contents: [Content] = []

  private struct Content: Sendable, Equatable {
    var count = 0
    /// How far the values lie above the bin's lowest, summed, in units of 2⁻²⁴ of its width.
    var offsets = 0
  }

  /// The bits of a value's place in its bin that are summed.
  private static let offsetBits = 24

  /// One bin that is not empty.
  public struct Bin: Hashable, Sendable {
    /// The lowest and highest values that fall into the bin.
    public var range: ClosedRange<Double>

    /// The number of futures in it.
    public var count: Int

    /// The sum of their values.
    public var sum: Double
  }

  /// Creates an empty histogram.
  public init(mantissaBits: Int = 12) { self.mantissaBits = mantissaBits }

  /// Adds the first `lanes` lanes of `row`.
  mutating func add(_ row: Row, lanes: Int) {
    var (number, first) = (Int.min, 0)
    for lane in 0..<lanes {
      let key = Self.key(of: row[lane])
      if key >> 52 != number {
        number = key >> 52
        first = firstBin(ofPage: number)
      }
      add(key, toPageAt: first)
    }
  }

  /// Adds one value.
  mutating func add(_ value: Double) {
    let key = Self.key(of: value)
    add(key, toPageAt: firstBin(ofPage: key >> 52))
  }

  private mutating func add(_ key: Int, toPageAt first: Int) {
    let shift = 52 - mantissaBits - Self.offsetBits
    let bin = (key >> (52 - mantissaBits)) & (binsOfPage - 1)
    contents[first &+ bin].count &+= 1
    contents[first &+ bin].offsets &+= (key >> shift) & ((1 << Self.offsetBits) - 1)
  }

  private var binsOfPage: Int { 1 << mantissaBits }

  /// Where the bins of page `number` begin; they are made where there are none.
  private mutating func firstBin(ofPage number: Int) -> Int {
    if let place = pages.firstIndex(of: number) { return place << mantissaBits }
    pages.append(number)
    contents.append(contentsOf: repeatElement(Content(), count: binsOfPage))
    return contents.count - binsOfPage
  }

  /// Adds the futures of `other`, which has bins of the same width.
  mutating func merge(_ other: Histogram) {
    precondition(mantissaBits == other.mantissaBits, "histograms are merged bin by bin")
    for (place, number) in other.pages.enumerated() {
      let (first, from) = (firstBin(ofPage: number), place << mantissaBits)
      for bin in 0..<binsOfPage where other.contents[from + bin].count > 0 {
        contents[first + bin].count += other.contents[from + bin].count
        contents[first + bin].offsets += other.contents[from + bin].offsets
      }
    }
  }

  /// Whether both hold the same futures; the order in which pages came is no part of it.
  public static func == (one: Self, other: Self) -> Bool {
    one.mantissaBits == other.mantissaBits && one.filled == other.filled
  }

  /// The contents of the bins that hold futures, by lowest key.
  private var filled: [Int: Content] {
    var filled: [Int: Content] = [:]
    for (place, number) in pages.enumerated() {
      for bin in 0..<binsOfPage where contents[(place << mantissaBits) + bin].count > 0 {
        filled[((number << mantissaBits) | bin) << (52 - mantissaBits)] =
          contents[(place << mantissaBits) + bin]
      }
    }
    return filled
  }

  /// The bins that hold futures, by ascending value.
  public var bins: [Bin] { filled.sorted { $0.key < $1.key }.map { bin(from: $0, $1) } }

  /// The bin whose lowest key is `first`.
  ///
  /// Keys count the numbers of a page evenly, so the sum of the values follows from that of the
  /// offsets, each taken in the middle of its unit.
  private func bin(from first: Int, _ content: Content) -> Bin {
    let last = first + (1 << (52 - mantissaBits)) - 1
    let lowest = Self.value(of: first)
    let unit = (Self.value(of: first + 1) - lowest)
      * Double(1 << (52 - mantissaBits - Self.offsetBits))
    let count = Double(content.count)
    return Bin(
      range: lowest...Self.value(of: last), count: content.count,
      sum: count * lowest + (Double(content.offsets) + 0.5 * count) * unit)
  }

  /// An integer that orders as the number does: negative numbers count down.
  private static func key(of value: Double) -> Int {
    let bits = Int(bitPattern: UInt(value.bitPattern))
    return bits >= 0 ? bits : bits ^ Int.max
  }

  private static func value(of key: Int) -> Double {
    Double(bitPattern: UInt64(UInt(bitPattern: key >= 0 ? key : key ^ Int.max)))
  }
}
