import Contracts
import Simulation

/// The overall scores of the compared options, and of batches of the sample by themselves.
struct Scoring {
  /// The positions of the compared options.
  let compared: [Int]

  /// The method by which they are compared.
  let method: LockedMethod

  /// What is measured of each.
  let measures: [Measures]

  /// What the method makes of them.
  let verdict: LockedMethod.Verdict

  /// The measures in each batch.
  let measuresInBatches: [[Measures]]

  /// What the method makes of them in each batch.
  let batches: [LockedMethod.Verdict]

  /// The overall score of each.
  var overall: [Double] { verdict.overall }

  /// By how much the futures beyond the sample lower a standard error.
  let beyond: Double

  init(
    of event: Event, options: [Option], baseline: Int?, outcome: Outcome, _ summaries: Summaries,
    service: NeedsMet? = nil
  ) async {
    let method = LockedMethod(of: event)
    self.method = method
    compared = options.indices.filter { $0 != baseline }
    let statistic = event.criteria.first { $0.measure == .cost }?.statistic ?? .mean
    let known = compared.map { Measures(of: options[$0].bid, in: event) }
    let means = service?.means
    measures = zip(compared, known).map { option, known in
      let cost = summaries[option, outcome.basis]
      return known.with(
        cost: cost[statistic].value, mean: cost.mean.value, risk: cost.risk.value,
        service: means?[option])
    }
    verdict = method.verdict(of: measures)
    measuresInBatches = await Batches(outcome, compared: compared, statistic, service: service)
      .map { batch in
        zip(known, batch).map { known, batch in
          known.with(
            cost: batch.cost, mean: batch.mean, risk: batch.risk, service: batch.service)
        }
      }
    batches = measuresInBatches.map { method.verdict(of: $0) }
    // What providers attain is known of the sample alone.
    let isSampled = service != nil
    beyond =
      isSampled ? 1 : (Double(outcome.sample.futures) / Double(outcome.futures)).squareRoot()
  }

  /// Whether every measure is a number by which bids can be compared.
  var isSound: Bool {
    measures.allSatisfy { bid in method.criteria.allSatisfy { bid[$0].isFinite } }
  }

  /// The standard error of a `measure` of the overall scores; infinite with a single batch.
  func standardError(_ measure: ([Double]) -> Double) -> Double {
    error(of: batches.map { measure($0.overall) })
  }

  /// The minimums and how bid `bid`, of those compared, stands to them.
  func minimums(of bid: Int) -> [MinimumCheck] {
    method.criteria.enumerated().compactMap { place, criterion in
      criterion.minimum.map { minimum in
        let score = Estimate(
          verdict.scores[place][bid],
          standardError: criterion.measure.isSimulated
            ? error(of: batches.map { $0.scores[place][bid] }) : 0)
        return MinimumCheck(criterion: criterion, score: score, minimum: minimum)
      }
    }
  }

  private func error(of values: [Double]) -> Double {
    beyond * Decision.standardError(of: values)
  }
}

extension Measures {
  /// What is known of `bid` without any future.
  init(of bid: Bid, in event: Event) {
    self.init(
      cost: .nan, risk: .nan, compliance: bid.overallCoverage(of: event).atGoLive)
    for criterion in event.criteria where criterion.measure == .scored {
      scored[criterion.id] = event.scoreSheet.result(of: bid.id, by: criterion.id)?.score
    }
  }

  /// The same with what depends on the futures.
  func with(cost: Double, mean: Double, risk: Double, service: Double?) -> Measures {
    var copy = self
    copy.cost = cost
    copy.meanCost = mean
    copy.risk = risk
    copy.service = service ?? 1
    return copy
  }
}

extension Summary {
  /// The figure of the cost that criteria compare.
  subscript(statistic: Criterion.Statistic) -> Estimate {
    switch statistic {
    case .mean: mean
    case .p80: self[0.80]
    case .p90: self[0.90]
    case .cvar95: cvar95
    }
  }
}

extension Event {
  /// What the buyer needs, by its criteria; nothing where service is no criterion.
  var needs: [Criterion.Need]? {
    criteria.first { $0.measure == .service }?.needs
  }
}

extension Criterion.Measure {
  /// Whether the measure is left to chance.
  fileprivate var isSimulated: Bool {
    switch self {
    case .cost, .risk, .service: true
    case .compliance, .scored: false
    }
  }
}
