/// What several alternatives measure by several criteria, with the weights of these.
///
/// Values are in whatever unit a criterion has; none may be infinite or not a number.
public struct DecisionMatrix: Hashable, Sendable {
  /// The values, by alternative and then by criterion.
  public let values: [[Double]]

  /// The weights of the criteria as shares of their sum; all 0 where nothing has weight.
  public let weights: [Double]

  /// For each criterion, whether a lower value is the better one.
  public let prefersLess: [Bool]

  /// Creates a matrix, whose weights are made shares of their sum.
  ///
  /// - Precondition: every alternative has a finite value for every criterion, and no weight is
  ///   negative.
  public init(values: [[Double]], weights: [Double], prefersLess: [Bool]) {
    precondition(
      prefersLess.count == weights.count && values.allSatisfy { $0.count == weights.count },
      "every criterion has a weight, a direction and a value of each alternative")
    precondition(
      values.allSatisfy { $0.allSatisfy(\.isFinite) }, "alternatives are compared by finite values")
    precondition(
      weights.allSatisfy { $0 >= 0 && $0.isFinite }, "weights are finite and not negative")
    let total = weights.reduce(0, +)
    self.values = values
    self.weights = total > 0 ? weights.map { $0 / total } : weights
    self.prefersLess = prefersLess
  }

  /// The number of alternatives.
  public var count: Int { values.count }

  /// The positions of the criteria that have weight.
  var weighty: [Int] { weights.indices.filter { weights[$0] > 0 } }

  /// By how much `first` is better than `second` in `criterion`, in its unit.
  func advantage(of first: Int, over second: Int, in criterion: Int) -> Double {
    let difference = values[first][criterion] - values[second][criterion]
    return prefersLess[criterion] ? -difference : difference
  }
}
