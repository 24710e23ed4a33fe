import Decision

/// Matrices, of which TOPSIS and PROMETHEE II are asked.
struct MethodQuestion: Decodable {
  /// One matrix.
  struct Matrix: Decodable {
    var values: [[Double]]
    var weights: [Double]
    var prefersLess: [Bool]
    var indifference: [Double]
    var preference: [Double]
  }

  var matrices: [Matrix]

  /// What they make of a matrix.
  struct Answer: Encodable {
    var topsis: [Double]
    var usual: [Double]
    var linear: [Double]
  }

  /// The answers, in order.
  var answer: [Answer] {
    matrices.map { asked in
      let matrix = DecisionMatrix(
        values: asked.values, weights: asked.weights, prefersLess: asked.prefersLess)
      return Answer(
        topsis: matrix.topsis(), usual: matrix.netFlows(asked.weights.map { _ in .usual }),
        linear: matrix.netFlows(
          zip(asked.indifference, asked.preference).map {
            .linear(indifference: $0, preference: $1)
          }))
    }
  }
}

/// Pairs of costs, of which dominance is asked.
struct DominanceQuestion: Decodable {
  var first: [Double]
  var second: [Double]

  /// Whether the first dominates the second, by order.
  var answer: [String] {
    let found = StochasticDominance(of: first, over: second)
    return [found.first.rawValue, found.second.rawValue]
  }
}
