import Rows

/// Counts and sums of a figure in bins of equal relative width, merged exactly over blocks and
/// shards.
///
/// A bin is the leading bits of a number's IEEE representation: sign, exponent and
/// ``mantissaBits`` of the mantissa, so a bin is at most `2^−mantissaBits` wide relative to its
/// values, for any magnitude and either sign.
public struct Histogram: Sendable, Equatable {
  /// The bits of the mantissa that tell bins apart.
  public let mantissaBits: Int

  private var pages: [Int: Page] = [:]

  private struct Page: Sendable, Equatable {
    var counts: [Int]
    var sums: [ExactSum]

    init(bins: Int) {
      counts = Array(repeating: 0, count: bins)
      sums = Array(repeating: ExactSum(), count: bins)
    }

    mutating func add(_ value: Double, to bin: Int) {
      counts[bin] += 1
      sums[bin] += value
    }

    mutating func add(_ cell: Cell, to bin: Int) {
      counts[bin] += cell.count
      sums[bin] += cell.sum
    }
  }

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
    for lane in 0..<lanes { add(row[lane]) }
  }

  /// Adds one value.
  mutating func add(_ value: Double) {
    let key = Self.key(of: value) >> (52 - mantissaBits)
    let page = key >> mantissaBits
    let bin = key & ((1 << mantissaBits) - 1)
    pages[page, default: Page(bins: 1 << mantissaBits)].add(value, to: bin)
  }

  /// Adds the futures of `other`, which has bins of the same width.
  mutating func merge(_ other: Histogram) {
    precondition(mantissaBits == other.mantissaBits, "histograms are merged bin by bin")
    for (number, page) in other.pages {
      var sum = pages[number] ?? Page(bins: 1 << mantissaBits)
      for bin in page.counts.indices {
        sum.counts[bin] += page.counts[bin]
        sum.sums[bin] += page.sums[bin]
      }
      pages[number] = sum
    }
  }

  /// The bins that hold futures, by ascending value.
  public var bins: [Bin] {
    pages.sorted { $0.key < $1.key }.flatMap { number, page in
      page.counts.indices.filter { page.counts[$0] > 0 }.map { bin in
        let first = ((number << mantissaBits) | bin) << (52 - mantissaBits)
        let last = first + (1 << (52 - mantissaBits)) - 1
        return Bin(
          range: Self.value(of: first)...Self.value(of: last), count: page.counts[bin],
          sum: page.sums[bin].value)
      }
    }
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

extension Histogram {
  /// One bin that is not empty, by its number.
  struct Cell: Hashable {
    /// The leading bits of the values, as an integer that orders as they do.
    var key: Int
    var count: Int
    var sum: ExactSum
  }

  /// The bins that hold futures, by ascending value.
  var cells: [Cell] {
    pages.sorted { $0.key < $1.key }.flatMap { number, page in
      page.counts.indices.filter { page.counts[$0] > 0 }.map { bin in
        Cell(
          key: (number << mantissaBits) | bin, count: page.counts[bin], sum: page.sums[bin])
      }
    }
  }

  /// Adds the futures of `cell`.
  mutating func add(_ cell: Cell) {
    let page = cell.key >> mantissaBits
    let bin = cell.key & ((1 << mantissaBits) - 1)
    pages[page, default: Page(bins: 1 << mantissaBits)].add(cell, to: bin)
  }
}
