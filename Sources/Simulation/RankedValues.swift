/// How quantiles are found.
public enum QuantileMethod: String, Hashable, Sendable {
  /// From all futures, by linear interpolation between order statistics (Hyndman & Fan, type 7).
  case orderStatistics = "order_statistics"
  /// From bins of 2⁻¹² relative width, in which values are taken to lie evenly, by the same
  /// interpolation: off by at most the width of a bin.
  case histogram
}

/// Values in ascending order, from which quantiles and tail means follow.
protocol RankedValues {
  /// The number of values.
  var count: Int { get }

  /// How quantiles of the values are found.
  var method: QuantileMethod { get }

  /// The value at a fractional rank, 0 for the lowest and `count − 1` for the highest.
  func value(atRank rank: Double) -> Double

  /// The sum and the sum of squares of what values exceed `threshold` by.
  func excess(over threshold: Double) -> (sum: Double, squares: Double)

  /// The mean of the values from rank `first` on.
  func mean(fromRank first: Int) -> Double
}

extension RankedValues {
  /// The quantile at `level`.
  ///
  /// Its standard error is a quarter of the distance between the order statistics two binomial
  /// standard deviations, `2·√(n·p·(1−p))`, to either side: so two standard errors span the
  /// binomial interval, and the error itself is known better than from nearer neighbours.
  func quantileEstimate(_ level: Double) -> Estimate {
    let n = Double(count)
    let rank = (n - 1) * level
    let spread = 2 * (n * level * (1 - level)).squareRoot()
    let high = value(atRank: min(rank + spread, n - 1))
    let low = value(atRank: max(rank - spread, 0))
    return Estimate(value(atRank: rank), standardError: count > 1 ? (high - low) / 4 : .nan)
  }

  /// The mean of the worst `1 − level` of the values.
  ///
  /// With `q` the quantile, the estimate behaves as the mean of `q + (x − q)⁺ / (1 − level)`, which
  /// gives its standard error (Rockafellar & Uryasev, *Optimization of conditional value-at-risk*,
  /// J. Risk 2, 2000, eq. 4).
  func tailMean(_ level: Double) -> Estimate {
    let n = Double(count)
    let first = min(Int(n * level), count - 1)
    let threshold = value(atRank: (n - 1) * level)
    let (sum, squares) = excess(over: threshold)
    let variance = max(0, squares / n - (sum / n) * (sum / n))
    let error = count > 1 ? (variance / n).squareRoot() / (1 - level) : .nan
    return Estimate(mean(fromRank: first), standardError: error)
  }
}

/// All values, sorted as far as they are asked for.
public struct SortedValues: RankedValues {
  private let given: ArraySlice<Double>
  private let values: DealtValues

  init(_ values: [Double]) { self.init(values[...]) }

  /// Keeps `values`, at least one.
  public init(_ values: ArraySlice<Double>) {
    given = values
    self.values = DealtValues(values)
  }

  /// The mean of all values.
  public var mean: Double { given.reduce(0, +) / Double(count) }

  /// The quantile at `level`, by linear interpolation between order statistics (Hyndman & Fan,
  /// type 7).
  public func quantile(_ level: Double) -> Double { value(atRank: Double(count - 1) * level) }

  /// The mean of the worst `share`, of at least one value.
  public func meanOfWorst(_ share: Double) -> Double {
    mean(fromRank: min(Int(Double(count) * (1 - share)), count - 1))
  }

  let method = QuantileMethod.orderStatistics

  var count: Int { values.count }

  func value(atRank rank: Double) -> Double {
    interpolation(atRank: rank, of: count) { values[$0] }
  }

  /// Values of the buckets below that of the threshold exceed it by nothing.
  func excess(over threshold: Double) -> (sum: Double, squares: Double) {
    values.ascending(from: values.firstRank(near: threshold)).reduce(into: (0, 0)) { total, value in
      let excess = max(value - threshold, 0)
      total.sum += excess
      total.squares += excess * excess
    }
  }

  func mean(fromRank first: Int) -> Double {
    values.ascending(from: first).reduce(0, +) / Double(values.count - first)
  }
}

/// Values known by bin.
struct BinnedValues: RankedValues {
  private let bins: [Histogram.Bin]
  let count: Int
  let method = QuantileMethod.histogram

  init(_ histogram: Histogram) {
    bins = histogram.bins
    count = bins.reduce(0) { $0 + $1.count }
  }

  func value(atRank rank: Double) -> Double {
    let low = Int(rank)
    let value = value(atWholeRank: low)
    guard rank > Double(low) else { return value }
    return value + (rank - Double(low)) * (self.value(atWholeRank: low + 1) - value)
  }

  /// Values are taken to lie evenly in their bin.
  private func value(atWholeRank rank: Int) -> Double {
    var before = 0
    for bin in bins {
      if rank < before + bin.count {
        let place = (Double(rank - before) + 0.5) / Double(bin.count)
        return bin.range.lowerBound + place * (bin.range.upperBound - bin.range.lowerBound)
      }
      before += bin.count
    }
    return bins.last?.range.upperBound ?? .nan
  }

  func excess(over threshold: Double) -> (sum: Double, squares: Double) {
    bins.reduce(into: (0, 0)) { total, bin in
      let excess = max(bin.sum / Double(bin.count) - threshold, 0)
      total.sum += excess * Double(bin.count)
      total.squares += excess * excess * Double(bin.count)
    }
  }

  func mean(fromRank first: Int) -> Double {
    var left = count - first
    var sum = 0.0
    for bin in bins.reversed() where left > 0 {
      let taken = min(left, bin.count)
      sum += bin.sum / Double(bin.count) * Double(taken)
      left -= taken
    }
    return sum / Double(count - first)
  }
}

extension [Double] {
  /// The quantile at `level` of ascending values, by linear interpolation between order statistics
  /// (Hyndman & Fan, type 7); not a number without values.
  public func quantile(_ level: Double) -> Double {
    isEmpty ? .nan : interpolated(atRank: Double(count - 1) * level)
  }

  /// The value at a fractional rank of ascending values, 0 for the lowest.
  func interpolated(atRank rank: Double) -> Double {
    interpolation(atRank: rank, of: count) { self[$0] }
  }
}

/// The value at a fractional rank, 0 for the lowest of `count` values, of which `value` gives that of
/// a whole rank.
private func interpolation(
  atRank rank: Double, of count: Int, _ value: (Int) -> Double
) -> Double {
  let low = Int(rank)
  guard low + 1 < count else { return count > 0 ? value(count - 1) : .nan }
  let below = value(low)
  return below + (rank - Double(low)) * (value(low + 1) - below)
}
