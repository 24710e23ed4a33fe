public import Simulation

/// A way to rank bids by several criteria.
public enum ComparedMethod: String, Hashable, Sendable, CaseIterable {
  /// The event's own.
  case locked
  /// Closeness to the ideal, on the measures as they are.
  case topsis
  /// PROMETHEE II, where any difference of the measures counts in full.
  case prometheeUsual = "promethee_usual"
  /// PROMETHEE II, where differences of scores count from ``indifference`` on, and in full from
  /// ``preference`` on.
  case prometheeLinear = "promethee_linear"

  /// Up to how many of the 100 points of a criterion's score two bids are equal for
  /// ``prometheeLinear`` **[assumption]**.
  public static let indifference = 1.0

  /// From how many of the 100 points of a criterion's score one is preferred in full
  /// **[assumption]**.
  public static let preference = 10.0
}

/// What one method makes of the compared bids.
public struct MethodResult: Hashable, Sendable {
  /// The method.
  public let method: ComparedMethod

  /// The value of each bid, of which the highest is best: a score 0…100, a closeness 0…1 or a net flow
  /// −1…1.
  public let values: [Estimate]

  /// The rank of each bid, from 1; equal values share the best.
  public let ranks: [Int]

  /// The bids that more futures could put first: those whose value is at most two standard errors of the
  /// difference below the highest.
  public let couldBeFirst: [Int]

  /// The first bid with the highest value.
  public var first: Int { ranks.firstIndex(of: 1) ?? 0 }

  /// Ranks by `values`, of which `batches` are those of batches of the sample.
  init(_ method: ComparedMethod, _ values: [Double], batches: [[Double]], beyond: Double) {
    let error = { (measure: ([Double]) -> Double) in
      beyond * standardError(of: batches.map(measure))
    }
    let ranks = values.map { own in 1 + values.count { $0 > own } }
    let best = ranks.firstIndex(of: 1) ?? 0
    self.method = method
    self.values = values.indices.map { bid in
      Estimate(values[bid], standardError: error { $0[bid] })
    }
    self.ranks = ranks
    couldBeFirst = values.indices.filter { bid in
      bid == best || values[best] - values[bid] <= 2 * error { $0[best] - $0[bid] }
    }
  }
}
