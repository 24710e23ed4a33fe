import Simulation

/// Whether one option's cost dominates that of another, on the same futures.
///
/// To the first order: for every amount it is at least as likely to cost no more. To the second:
/// whoever dislikes cost, and risk of cost, prefers it, since `E(cost − t)⁺` is no higher at any `t`.
public struct StochasticDominance: Hashable, Sendable {
  /// How sure a dominance is.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// It does not hold in the sample.
    case none
    /// It holds in the sample, but not beyond its error.
    case inSample = "in_sample"
    /// It holds beyond the error of the sample.
    case beyondError = "beyond_error"
  }

  /// The dominance to the first order.
  public var first: Standing

  /// The dominance to the second order, which the first implies.
  public var second: Standing

  /// The fewest futures by which anything is held to be beyond error.
  static let fewest = 30

  /// Asks whether `cost` dominates `other`, both by future.
  ///
  /// In the sample it holds where no sorted value, or no sum of the highest values, is above that of the
  /// other, and one is below. Beyond error it holds where moreover at each of the 99 percentiles of both
  /// costs together the difference, of the shares of futures at or below it or of the mean excesses over
  /// it, is two standard errors of the paired difference or more, or no future tells the two apart
  /// there; the mean counts as one more threshold of the second order. Every threshold must pass, so
  /// that the chance of a wrong claim is no higher than at the worst one (an intersection-union test, as
  /// in Davidson and Duclos, *Testing for restricted stochastic dominance*, Econometric Reviews 32,
  /// 2013). Fewer than 30 futures show nothing beyond error.
  ///
  /// - Precondition: there are as many futures of either.
  public init(of cost: [Double], over other: [Double]) {
    precondition(cost.count == other.count, "costs are compared on equal futures")
    let (own, others) = (cost.ascending(), other.ascending())
    first = .none
    second = .none
    guard Self.isBelow(own.tailSums, others.tailSums) else { return }
    let thresholds = Self.percentiles(of: cost + other)
    second = Self.leadsInExcess(cost, other, thresholds) ? .beyondError : .inSample
    guard Self.isBelow(own, others) else { return }
    first = Self.leadsInShare(cost, other, thresholds) ? .beyondError : .inSample
    if first == .beyondError { second = .beyondError }
  }

  /// Whether no value is above its counterpart, but for rounding, and one is below.
  private static func isBelow(_ own: [Double], _ others: [Double]) -> Bool {
    zip(own, others).allSatisfy { $0 <= $1 + 1e-12 * $1.magnitude }
      && zip(own, others).contains { $0 < $1 - 1e-12 * $1.magnitude }
  }

  private static func percentiles(of costs: [Double]) -> [Double] {
    let sorted = costs.ascending()
    return (1...99).map { sorted.quantile(Double($0) / 100) }
  }

  private static func leadsInShare(
    _ cost: [Double], _ other: [Double], _ thresholds: [Double]
  ) -> Bool {
    isLed(
      thresholds.map { threshold in
        PairedDifference(cost, other) { own, other in
          (own <= threshold ? 1 : 0) - (other <= threshold ? 1 : 0)
        }
      })
  }

  private static func leadsInExcess(
    _ cost: [Double], _ other: [Double], _ thresholds: [Double]
  ) -> Bool {
    let mean = PairedDifference(cost, other) { own, other in other - own }
    return isLed(
      [mean]
        + thresholds.map { threshold in
          PairedDifference(cost, other) { own, other in
            max(other - threshold, 0) - max(own - threshold, 0)
          }
        })
  }

  private static func isLed(_ differences: [PairedDifference]) -> Bool {
    differences.allSatisfy { $0.isNothing || $0.isPositive }
      && differences.contains(where: \.isPositive)
  }
}

/// The mean of a difference between two options over futures, and its standard error.
private struct PairedDifference {
  /// Whether no future tells the two apart.
  let isNothing: Bool

  /// Whether the mean is above 0 by two standard errors at least.
  let isPositive: Bool

  init(_ own: [Double], _ other: [Double], _ difference: (Double, Double) -> Double) {
    var (sum, squares, isNothing) = (0.0, 0.0, true)
    for future in own.indices {
      let value = difference(own[future], other[future])
      sum += value
      squares += value * value
      if value != 0 { isNothing = false }
    }
    let n = Double(own.count)
    let mean = sum / n
    let error = (max(squares / n - mean * mean, 0) / max(n - 1, 1)).squareRoot()
    self.isNothing = isNothing
    isPositive =
      own.count >= StochasticDominance.fewest && mean > 0 && mean >= 2 * error
  }
}

extension [Double] {
  /// The sums of the highest one, two, three … of ascending values.
  fileprivate var tailSums: [Double] {
    var sum = 0.0
    return reversed().map { value in
      sum += value
      return sum
    }
  }
}
