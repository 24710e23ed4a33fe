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

  /// The pages that hold futures, by ascending number.
  private var pages: [Page] = []

  /// The bins of the numbers of one sign and exponent.
  private struct Page: Sendable, Equatable {
    let number: Int
    var bins: [Content]
  }

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
    var lane = 0
    while lane < lanes {
      let page = page(Self.key(of: row[lane]) >> 52)
      repeat {
        add(Self.key(of: row[lane]), to: page)
        lane += 1
      } while lane < lanes && Self.key(of: row[lane]) >> 52 == pages[page].number
    }
  }

  /// Adds one value.
  mutating func add(_ value: Double) {
    let key = Self.key(of: value)
    add(key, to: page(key >> 52))
  }

  private mutating func add(_ key: Int, to page: Int) {
    let bin = (key >> (52 - mantissaBits)) & ((1 << mantissaBits) - 1)
    let offset =
      (key >> (52 - mantissaBits - Self.offsetBits)) & ((1 << Self.offsetBits) - 1)
    pages[page].bins[bin].count += 1
    pages[page].bins[bin].offsets += offset
  }

  /// The place of page `number`, which is made where there is none.
  private mutating func page(_ number: Int) -> Int {
    let place = pages.firstIndex { $0.number >= number } ?? pages.count
    if place == pages.count || pages[place].number != number {
      let bins = Array(repeating: Content(), count: 1 << mantissaBits)
      pages.insert(Page(number: number, bins: bins), at: place)
    }
    return place
  }

  /// Adds the futures of `other`, which has bins of the same width.
  mutating func merge(_ other: Histogram) {
    precondition(mantissaBits == other.mantissaBits, "histograms are merged bin by bin")
    for page in other.pages {
      let place = self.page(page.number)
      for (bin, content) in page.bins.enumerated() where content.count > 0 {
        pages[place].bins[bin].count += content.count
        pages[place].bins[bin].offsets += content.offsets
      }
    }
  }

  /// The bins that hold futures, by ascending value.
  public var bins: [Bin] {
    pages.flatMap { page in
      page.bins.indices.filter { page.bins[$0].count > 0 }.map { bin in
        let first = ((page.number << mantissaBits) | bin) << (52 - mantissaBits)
        return self.bin(from: first, page.bins[bin])
      }
    }
  }

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
