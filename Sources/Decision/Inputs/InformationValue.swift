public import Simulation

/// What it is worth to know something before choosing among bids, in money.
///
/// The choice without knowing is the bid of the lowest mean cost `C₀`. Knowing `X`, one would choose
/// the bid of the lowest mean given `X`; the value is `E C₀ − E C_{b*(X)}`. It is the most that any
/// inquiry into `X` is worth. Estimates are means over futures of what the choice saves, and
/// their standard errors those of such means.
public enum InformationValue {
  /// The value of knowing everything (EVPI): `E C₀ − E min_b C_b`, from the costs by bid and future.
  public static func ofEverything(_ costs: [[Double]]) -> Estimate {
    guard let usual = choice(costs) else { return Estimate(0, standardError: 0) }
    return Estimate(
      of: costs[usual].indices.map { future in
        costs[usual][future] - (costs.map { $0[future] }.min() ?? 0)
      })
  }

  /// The value of knowing the figures `known` (EVPPI), from the costs by bid and future.
  ///
  /// The means of the differences to `C₀` given the figures are regressions on the sample (Strong,
  /// Oakley & Brennan, *Estimating multiparameter partial expected value of perfect information from
  /// a probabilistic sensitivity analysis sample*, Medical Decision Making 34, 2014). The bid that
  /// a future's figures make one choose is found by the other half of the futures, and what it
  /// saves is its cost in that very future: a regression that takes chance for knowledge loses by it
  /// and never gains. So the estimate is, on average, a little below the value, and in every future
  /// no more than that of knowing everything. Where it comes out below 0, it is 0.
  ///
  /// - Parameters:
  ///   - known: The figures, each by future.
  ///   - areUniforms: Which of them are uniforms, of which costs are steps.
  ///   - costs: The costs by bid and future.
  /// - Returns: The value, or nothing where there are too few futures.
  public static func of(
    _ known: [[Double]], areUniforms: [Bool]? = nil, for costs: [[Double]]
  ) -> Estimate? {
    guard let usual = choice(costs) else { return Estimate(0, standardError: 0) }
    return value(
      knowing: known, areUniforms: areUniforms ?? known.map { _ in false },
      differences(costs, from: costs[usual]))
  }

  /// What knowing the figures `known` is worth where bids cost so much more than the usual choice.
  static func value(
    knowing known: [[Double]], areUniforms: [Bool], _ differences: [[Double]]
  ) -> Estimate? {
    let given = ConditionalMean(of: differences, given: known, areUniforms: areUniforms)
    return given.map { value(choosingBy: $0.fitted, differences) }
  }

  /// The position of the bid of the lowest mean cost, the first of equal ones.
  static func choice(_ costs: [[Double]]) -> Int? {
    let means = costs.map { $0.reduce(0, +) }
    return means.indices.min { (means[$0], $0) < (means[$1], $1) }
  }

  /// The costs of each bid less those of the usual choice.
  static func differences(_ costs: [[Double]], from usual: [Double]) -> [[Double]] {
    costs.map { own in zip(own, usual).map { $0 - $1 } }
  }

  /// What is saved by choosing in each future the bid of the lowest fitted difference to the usual
  /// choice, whose own is 0; equal ones change nothing.
  private static func value(choosingBy fitted: [[Double]], _ differences: [[Double]]) -> Estimate {
    let futures = differences.first?.indices ?? 0..<0
    var saved = Estimate(
      of: futures.map { future in
        var (best, lowest) = (nil as Int?, 0.0)
        for bid in fitted.indices where fitted[bid][future] < lowest {
          (best, lowest) = (bid, fitted[bid][future])
        }
        return best.map { -differences[$0][future] } ?? 0
      })
    saved.value = max(saved.value, 0)
    return saved
  }
}
