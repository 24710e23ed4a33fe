/// How much a difference in one criterion makes one alternative preferred, 0…1.
///
/// Brans and Vincke, *A preference ranking organisation method*, Management Science 31 (1985).
public enum PreferenceFunction: Hashable, Sendable {
  /// Any advantage is a full preference.
  case usual
  /// None up to `indifference`, full from `preference` on, linear between.
  case linear(indifference: Double, preference: Double)

  /// The preference that an advantage of `difference` gives.
  public func callAsFunction(_ difference: Double) -> Double {
    switch self {
    case .usual: return difference > 0 ? 1 : 0
    case .linear(let indifference, let preference):
      if difference <= indifference { return 0 }
      if difference >= preference { return 1 }
      return (difference - indifference) / (preference - indifference)
    }
  }
}

extension DecisionMatrix {
  /// The net outranking flow of each alternative by PROMETHEE II, −1…1, of which the highest is best.
  ///
  /// `φ(a) = Σ_b (π(a, b) − π(b, a)) / (n − 1)` with `π(a, b) = Σ_c w_c · P_c(a, b)`. A single
  /// alternative has 0.
  ///
  /// - Parameter functions: The preference function of each criterion.
  /// - Returns: The flow of each alternative.
  public func netFlows(_ functions: [PreferenceFunction]) -> [Double] {
    precondition(functions.count == weights.count, "every criterion has a preference function")
    let others = Double(max(count - 1, 1))
    return values.indices.map { own in
      values.indices.reduce(0) { flow, other in
        flow + preference(own, other, functions) - preference(other, own, functions)
      } / others
    }
  }

  /// By how much `first` is preferred to `second` over all criteria.
  private func preference(
    _ first: Int, _ second: Int, _ functions: [PreferenceFunction]
  ) -> Double {
    weights.indices.reduce(0) { sum, criterion in
      let advantage = advantage(of: first, over: second, in: criterion)
      return sum + weights[criterion] * functions[criterion](advantage)
    }
  }
}
