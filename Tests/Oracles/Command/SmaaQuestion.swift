import Decision
import Simulation

/// Scores in outcomes, of which SMAA-2 is asked.
struct SmaaQuestion: Decodable {
  var alternatives: Int
  var criteria: Int
  var scores: [Double]
  var isSample: Bool
  var weights: [Double]
  var space: String
  var ratio: Double?
  var draws: Int
  var seed: UInt64

  /// A figure and its standard error.
  struct Figure: Encodable {
    var value: Double
    var error: Double

    init(_ estimate: Estimate) {
      value = estimate.value
      error = estimate.standardError
    }
  }

  /// The indices.
  struct Answer: Encodable {
    var ranks: [[Figure]]
    var winning: [[Figure]]
    var central: [[Figure]?]
    var confidence: [Figure?]
  }

  private var weightSpace: WeightSpace {
    switch space {
    case "free": .free
    case "ordinal": .ordinal
    default: .ratio(ratio ?? 1)
    }
  }

  /// The answer.
  var answer: Answer {
    let found = Acceptability(
      of: ScoredOutcomes(
        alternatives: alternatives, criteria: criteria, scores: scores, isSample: isSample),
      weights: weights, in: weightSpace, draws: draws, seed: seed)
    return Answer(
      ranks: found.ranks.map { $0.map(Figure.init) },
      winning: found.winning.map { $0.map(Figure.init) },
      central: found.centralWeights.map { $0?.map(Figure.init) },
      confidence: found.confidence.map { $0.map(Figure.init) })
  }
}
