import Rows

/// Counts and sums of a figure in bins of equal relative width, merged exactly over blocks and
/// shards.
///
/// The sum of a bin is known to 2⁻²⁵ of its width for each value.
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
  static let offsetBits = 24

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

  /// The same futures and those of `values`.
  func with(_ values: [Double]) -> Histogram {
    var all = self
    for value in values { all.add(value) }
    return all
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
      for bin in 0..<binsOfPage {
        contents[first + bin].count += other.contents[from + bin].count
        contents[first + bin].offsets += other.contents[from + bin].offsets
      }
    }
  }

  /// Whether both hold the same futures; the order in which pages came is no part of it.
  public static func == (one: Self, other: Self) -> Bool {
    one.mantissaBits == other.mantissaBits && one.cells == other.cells
  }

  /// The bins that hold futures, by ascending value.
  public var bins: [Bin] { cells.map(bin) }

  /// The bin of `cell`.
  ///
  /// Keys count the numbers of a page evenly, so the sum of the values follows from that of the
  /// offsets, each taken in the middle of its unit.
  private func bin(_ cell: Cell) -> Bin {
    let first = cell.key << (52 - mantissaBits)
    let last = first + (1 << (52 - mantissaBits)) - 1
    let lowest = Self.value(of: first)
    let unit =
      (Self.value(of: first + 1) - lowest)
      * Double(1 << (52 - mantissaBits - Self.offsetBits))
    let count = Double(cell.count)
    return Bin(
      range: lowest...Self.value(of: last), count: cell.count,
      sum: count * lowest + (Double(cell.offsets) + 0.5 * count) * unit)
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
    /// What the values exceed the bin's lowest by, in units of 2⁻²⁴ of its width.
    var offsets: Int
  }

  /// The bins that hold futures, by ascending value.
  var cells: [Cell] {
    pages.enumerated().sorted { $0.element < $1.element }.flatMap { place, number in
      (0..<binsOfPage).compactMap { bin in
        let content = contents[(place << mantissaBits) + bin]
        guard content.count > 0 else { return nil }
        return Cell(
          key: (number << mantissaBits) | bin, count: content.count, offsets: content.offsets)
      }
    }
  }

  /// Adds the futures of `cell`.
  mutating func add(_ cell: Cell) {
    let bin = firstBin(ofPage: cell.key >> mantissaBits) + (cell.key & (binsOfPage - 1))
    contents[bin].count += cell.count
    contents[bin].offsets += cell.offsets
  }
}
