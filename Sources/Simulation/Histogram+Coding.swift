import FoundationEssentials

extension Histogram: Codable {
  private enum Key: CodingKey { case mantissaBits, cells }

  private static let wordsOfCell = 3

  /// For how many bins memory is taken at most.
  ///
  /// That is done for all bins of a power of two at once, so that a small file could ask for very
  /// much. The costs of no option are spread over as many powers as this allows, which are 128.
  private static let mostBins = 1 << 19

  /// How many futures a bin holds at most, so that no sum of offsets overflows.
  private static let mostFutures = 1 << 34

  /// Reads a histogram as ``encode(to:)`` writes it.
  ///
  /// - Throws: `DecodingError` where there is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let bits = try container.decode(Int.self, forKey: .mantissaBits)
    let words = Packed.words(of: try container.decode(Data.self, forKey: .cells))
    guard (1...12).contains(bits), let words, words.count.isMultiple(of: Self.wordsOfCell) else {
      throw decoder.fault("histogram")
    }
    let cells = stride(from: 0, to: words.count, by: Self.wordsOfCell).map { first in
      Cell(words: words[first..<(first + Self.wordsOfCell)])
    }
    guard Self.mayBe(cells, mantissaBits: bits) else { throw decoder.fault("histogram") }
    self.init(mantissaBits: bits)
    for cell in cells { add(cell) }
  }

  /// Whether `cells` are bins by ascending value that take a bounded memory.
  private static func mayBe(_ cells: [Cell], mantissaBits bits: Int) -> Bool {
    let keys = (-1 << (11 + bits))..<(1 << (11 + bits))  // sign, exponent, mantissa
    var (total, powers) = (0, 0)
    for (place, cell) in cells.enumerated() {
      let before = place == 0 ? nil : cells[place - 1].key
      let (sum, isBeyond) = total.addingReportingOverflow(cell.count)
      guard keys.contains(cell.key), (1...mostFutures).contains(cell.count), !isBeyond,
        (0...(cell.count << offsetBits)).contains(cell.offsets), (before ?? .min) < cell.key
      else { return false }
      total = sum
      if before.map({ $0 >> bits }) != cell.key >> bits { powers += 1 }
    }
    return powers << bits <= mostBins
  }

  /// Writes the bins that hold futures.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(mantissaBits, forKey: .mantissaBits)
    try container.encode(Packed.data(cells.flatMap(\.words)), forKey: .cells)
  }
}

extension Histogram.Cell {
  fileprivate var words: [UInt64] {
    [key, count, offsets].map { UInt64(bitPattern: Int64($0)) }
  }

  fileprivate init(words: ArraySlice<UInt64>) {
    let numbers = words.map { Int(Int64(bitPattern: $0)) }
    (key, count, offsets) = (numbers[0], numbers[1], numbers[2])
  }
}
