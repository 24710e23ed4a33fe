import Rows

/// Mean and variance of one figure over futures, merged exactly over blocks and shards.
///
/// The figure is measured from an origin near its mean, so that the variance keeps its digits.
public struct Moments: Hashable, Sendable, Codable {
  /// From where the figure is measured.
  public let origin: Double

  /// The number of futures.
  public private(set) var count = 0

  private var sum = ExactSum()
  private var squares = ExactSum()

  /// Creates empty moments around `origin`.
  public init(origin: Double = 0) { self.origin = origin }

  /// Adds the first `lanes` lanes of `row`; `work` is overwritten.
  mutating func add(_ row: Row, lanes: Int, work: Row) {
    work.copy(row)
    work.add(-origin)
    sum += work.sum(first: lanes)
    squares += work.sumOfSquares(first: lanes)
    count += lanes
  }

  /// Adds the first `lanes` lanes of `counts`.
  ///
  /// - Precondition: the origin is 0.
  mutating func add(_ counts: WordRow, lanes: Int) {
    precondition(origin == 0, "counts are measured from 0")
    sum += Double(counts.sum(first: lanes))
    squares += Double(counts.sumOfSquares(first: lanes))
    count += lanes
  }

  /// Adds the futures of `other`, which has the same origin.
  mutating func merge(_ other: Moments) {
    precondition(origin == other.origin, "moments are merged from one origin")
    sum += other.sum
    squares += other.squares
    count += other.count
  }

  /// Whether the figure is too large to be added up, so that its mean or variance is none.
  public var isBeyondRange: Bool { sum.value.isNaN || squares.value.isNaN }

  /// The mean; not a number without futures.
  public var mean: Double { origin + sum.value / Double(count) }

  /// The unbiased variance; not a number for a single future.
  public var variance: Double {
    guard count > 1 else { return .nan }
    let n = Double(count)
    return max(0, (squares.value - sum.value * sum.value / n) / (n - 1))
  }

  /// The standard error of the mean.
  public var standardError: Double { (variance / Double(max(count, 1))).squareRoot() }
}
