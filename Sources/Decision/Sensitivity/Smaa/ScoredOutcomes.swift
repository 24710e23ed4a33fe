/// The scores of several alternatives by several criteria in several outcomes, more being better.
public struct ScoredOutcomes: Sendable {
  /// The number of alternatives.
  public let alternatives: Int

  /// The number of criteria.
  public let criteria: Int

  /// The number of outcomes.
  public let count: Int

  /// Whether the outcomes are a sample from more; otherwise they are all there are, as likely as one
  /// another.
  public let isSample: Bool

  /// The scores by outcome, alternative and criterion.
  let scores: [Double]

  /// Takes the scores by outcome, then by alternative, then by criterion.
  ///
  /// - Precondition: there is an outcome, an alternative and a criterion, and all scores are finite.
  public init(alternatives: Int, criteria: Int, scores: [Double], isSample: Bool) {
    let each = alternatives * criteria
    precondition(
      each > 0 && !scores.isEmpty && scores.count.isMultiple(of: each),
      "every outcome has a score of each alternative by each criterion")
    precondition(scores.allSatisfy(\.isFinite), "alternatives are compared by finite scores")
    self.alternatives = alternatives
    self.criteria = criteria
    self.scores = scores
    self.isSample = isSample
    count = scores.count / each
  }

  /// Writes the values of the alternatives with `weights` in `outcome` into `values`.
  func value(_ outcome: Int, _ weights: [Double], into values: inout [Double]) {
    var place = outcome * alternatives * criteria
    for alternative in 0..<alternatives {
      var sum = 0.0
      for criterion in 0..<criteria { sum += weights[criterion] * scores[place + criterion] }
      values[alternative] = sum
      place += criteria
    }
  }
}
