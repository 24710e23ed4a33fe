import Contracts
import Simulation

/// The overall scores of the compared options, and of batches of the sample by themselves.
struct Scoring {
  /// The positions of the compared options.
  let compared: [Int]

  /// The overall score of each.
  let overall: [Double]

  /// The scores of each by each criterion, by criterion.
  let scores: [[Double]]

  /// The overall scores in each batch.
  let batches: [[Double]]

  /// What the scores are made of.
  let measures: [Measures]

  /// The measures in each batch.
  let measuresInBatches: [[Measures]]

  /// By how much the futures beyond the sample lower a standard error.
  let beyond: Double

  init(
    of event: Event, options: [Option], baseline: Int?, outcome: Outcome, _ summaries: Summaries
  ) async {
    compared = options.indices.filter { $0 != baseline }
    let coverage = compared.map { options[$0].bid.overallCoverage(of: event).atGoLive }
    let costs = compared.map { summaries[$0, outcome.basis] }
    let measures = zip(costs, coverage).map { cost, coverage in
      Measures(cost: cost.mean.value, risk: cost.risk.value, compliance: coverage)
    }
    self.measures = measures
    overall = event.criteria.overall(of: measures)
    scores = event.criteria.map { $0.scores(of: measures) }
    measuresInBatches = await Batches(outcome, compared: compared).map { batch in
      zip(batch, coverage).map { Measures(cost: $0.mean, risk: $0.risk, compliance: $1) }
    }
    batches = measuresInBatches.map { event.criteria.overall(of: $0) }
    beyond = (Double(outcome.sample.futures) / Double(outcome.futures)).squareRoot()
  }

  /// The standard error of a `measure` of the overall scores; infinite with a single batch.
  func standardError(_ measure: ([Double]) -> Double) -> Double {
    beyond * Decision.standardError(of: batches.map(measure))
  }
}
