/// Which values of several terms are tried together.
public struct Design: Hashable, Sendable {
  /// One term and its values.
  public struct Axis: Hashable, Sendable {
    /// The path of the term, as overrides have it.
    public var path: String

    /// Its values, as they would be written in a file: in ascending order of the range.
    public var values: [String]

    /// Creates an axis.
    public init(path: String, values: [String]) {
      self.path = path
      self.values = values
    }
  }

  /// How the cells were chosen.
  public enum Kind: String, Hashable, Sendable {
    /// Every value of one term with every value of the others.
    case grid
    /// As many cells as asked for, in which each part of each range comes up equally often.
    case latinHypercube = "latin_hypercube"
  }

  /// The most cells of one study.
  public static let mostCells = 1_000

  /// How the cells were chosen.
  public let kind: Kind

  /// The terms that are varied.
  public let axes: [Axis]

  /// The value of each term in each cell.
  public let cells: [[String]]

  /// Every value with every other, the last term's values first; nothing where these are more than
  /// ``mostCells``.
  public init?(grid axes: [Axis]) {
    var cells: [[String]] = [[]]
    for axis in axes {
      guard cells.count * axis.values.count <= Self.mostCells else { return nil }
      cells = cells.flatMap { cell in axis.values.map { cell + [$0] } }
    }
    (kind, self.axes, self.cells) = (.grid, axes, cells)
  }

  /// A Latin hypercube of `count` cells.
  ///
  /// Each range is cut into `count` parts of equal length, or of equal shares of its values; each part
  /// comes up in one cell, at a place in it, and in an order, that are random by `seed`, the
  /// term's place and the cell's (McKay, Beckman and Conover, *Technometrics* 21, 1979). A value
  /// between two ends is written with two decimals more than these have.
  ///
  /// - Precondition: `1 ≤ count ≤ mostCells`.
  public init(sampling ranges: [(path: String, range: TermRange)], cells count: Int, seed: UInt64) {
    precondition((1...Self.mostCells).contains(count), "a study has 1 to 1,000 cells")
    var axes: [Axis] = []
    var columns: [[String]] = []
    for (place, (path, range)) in ranges.enumerated() {
      let dice = Dice(seed: seed, stream: UInt64(place))
      let order = (0..<count).sorted { dice.bits($0) < dice.bits($1) }
      let column = order.enumerated().map { cell, part in
        range.value(at: (Double(part) + dice.share(count + cell)) / Double(count))
      }
      columns.append(column)
      axes.append(Axis(path: path, values: range.ordered(column)))
    }
    self.axes = axes
    kind = .latinHypercube
    cells = (0..<count).map { cell in columns.map { $0[cell] } }
  }
}

extension TermRange {
  /// The value at `share`, of 0 up to 1, of the range.
  fileprivate func value(at share: Double) -> String {
    switch self {
    case .values(let values):
      return values[min(Int(share * Double(values.count)), values.count - 1)]
    case .between(let low, let high):
      let places = max(low.places, high.places) + 2
      return WrittenNumber(
        nearest: low.value + (high.value - low.value) * share, places: places, low.unit
      ).text
    }
  }

  /// The different ones of `values`, in the order of the range.
  fileprivate func ordered(_ values: [String]) -> [String] {
    switch self {
    case .values(let all): all.filter(values.contains)
    case .between:
      Set(values).sorted { one, other in
        let numbers = [one, other].map { WrittenNumber($0)?.value ?? .nan }
        return numbers[0] < numbers[1]
      }
    }
  }
}

/// Random numbers by their place: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) as a function of
/// seed, stream and counter.
private struct Dice {
  private let key: UInt64

  init(seed: UInt64, stream: UInt64) { key = Self.mixed(Self.mixed(seed) &+ stream) }

  func bits(_ counter: Int) -> UInt64 {
    Self.mixed(key &+ UInt64(counter) &* CounterRandom.step)
  }

  /// A number of 0 up to 1, without 1.
  func share(_ counter: Int) -> Double { Double(bits(counter) >> 11) * 0x1p-53 }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    CounterRandom.mixed(bits &+ CounterRandom.step)
  }
}
