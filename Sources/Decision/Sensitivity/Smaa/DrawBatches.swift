import Simulation

/// Draws in batches; where outcomes are a sample, each batch has outcomes of its own, so that the
/// batches are independent.
struct DrawBatches: Sendable {
  /// The number of batches.
  let count: Int

  private let outcomes: ScoredOutcomes
  private let draws: Int

  init(_ outcomes: ScoredOutcomes, draws: Int) {
    self.outcomes = outcomes
    self.draws = draws
    count = min(64, draws, outcomes.isSample ? outcomes.count : 64)
  }

  /// The outcomes of batch `batch`.
  private func outcomes(of batch: Int) -> Range<Int> {
    guard outcomes.isSample else { return 0..<outcomes.count }
    return (outcomes.count * batch / count)..<(outcomes.count * (batch + 1) / count)
  }

  /// Counts the ranks in the draws of batch `batch`.
  func count(in batch: Int, _ sampler: WeightSampler, _ seed: UInt64) -> RankCount {
    var ranks = RankCount(alternatives: outcomes.alternatives, criteria: outcomes.criteria)
    var weights = [Double](repeating: 0, count: outcomes.criteria)
    var values = [Double](repeating: 0, count: outcomes.alternatives)
    let own = outcomes(of: batch)
    for draw in (draws * batch / count)..<(draws * (batch + 1) / count) {
      var random = CounterRandom(seed: seed, .weights, number: draw)
      let outcome = own.lowerBound + random.below(own.count)
      sampler.draw(into: &weights, &random)
      outcomes.value(outcome, weights, into: &values)
      ranks.add(values, weights)
    }
    return ranks
  }

  /// The share of all outcomes in which `alternative` is first with `weights`, equal ones by their part.
  func confidence(of alternative: Int, _ weights: [Double]) -> Estimate {
    var values = [Double](repeating: 0, count: outcomes.alternatives)
    var first = [Double](repeating: 0, count: outcomes.count)
    for outcome in 0..<outcomes.count {
      outcomes.value(outcome, weights, into: &values)
      let own = values[alternative]
      guard !values.contains(where: { $0 > own }) else { continue }
      first[outcome] = 1 / Double(values.count { $0 == own })
    }
    let share = first.reduce(0, +) / Double(outcomes.count)
    guard outcomes.isSample else { return Estimate(share, standardError: 0) }
    let batches = (0..<count).map { batch in
      let own = outcomes(of: batch)
      return first[own].reduce(0, +) / Double(own.count)
    }
    return Estimate(share, standardError: standardError(of: batches))
  }
}
