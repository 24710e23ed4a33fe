import Contracts
import Decision

extension ComparedMethod {
  /// The method's name.
  var words: String {
    switch self {
    case .locked: "the event's own method"
    case .topsis: "TOPSIS"
    case .prometheeUsual: "PROMETHEE II (usual)"
    case .prometheeLinear: "PROMETHEE II (linear)"
    }
  }

  /// The heading of its values.
  var heading: String {
    switch self {
    case .locked: "own score"
    case .topsis: "TOPSIS"
    case .prometheeUsual: "PROMETHEE II usual"
    case .prometheeLinear: "PROMETHEE II linear"
    }
  }

  /// How many decimals its values are shown with.
  var places: Int { self == .locked ? 1 : 3 }
}

extension WeightSpace {
  /// The weights in words.
  var words: String {
    switch self {
    case .free: "any weights"
    case .ordinal: "any weights in the order of those stated"
    case .ratio(let bound):
      "weights with ratios within a factor of \(bound.significant) of those stated"
    }
  }

  /// The weights for machines.
  var json: Json {
    switch self {
    case .free: ["kind": "free", "ratio": .null]
    case .ordinal: ["kind": "ordinal", "ratio": .null]
    case .ratio(let bound): ["kind": "ratio", "ratio": .number(bound)]
    }
  }
}

extension StochasticDominance {
  /// The order to which one dominates, in brackets where the sample cannot be sure.
  var words: String {
    if first == .beyondError { return "1st" }
    if second == .beyondError { return "2nd" }
    if first == .inSample { return "(1st)" }
    return second == .inSample ? "(2nd)" : ""
  }

  /// Whether it is beyond the error of the sample, to either order.
  var isSure: Bool { second == .beyondError }
}
