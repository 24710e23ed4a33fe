import Contracts
public import Simulation

/// The order of the bids by the event's criteria, and how sure it is.
public struct Ranking: Hashable, Sendable {
  /// One bid's place.
  public struct Row: Hashable, Sendable {
    /// The position of the bid among the experiment's options.
    public var option: Int

    /// The rank, from 1; tied bids share the lowest.
    public var rank: Int

    /// Whether simulation error could change the order with the best bid of the same rank.
    public var isTiedWithAbove: Bool

    /// The overall score, 0…100.
    public var overall: Estimate

    /// The score by each criterion, 0…100, in the event's order.
    public var scores: [Double]
  }

  /// The bids from best to worst.
  ///
  /// Ties stand in the order of the estimates and then of names.
  public let rows: [Row]

  /// Ranks the bids of `outcome`, whose options are `bids` in order but for the baseline.
  ///
  /// The standard error of a score, and of a difference of scores, comes from scoring batches of
  /// the sample by themselves, and shrinks with the root of the futures beyond the sample. A bid is
  /// tied with the best one of the rank above it where their difference is no more than two standard
  /// errors.
  init(
    of event: Event, options: [Option], baseline: Int?, outcome: Outcome, _ summaries: Summaries
  ) async {
    let scoring = await Scoring(
      of: event, options: options, baseline: baseline, outcome: outcome, summaries)
    let (compared, overall) = (scoring.compared, scoring.overall)
    let order = compared.indices.sorted {
      (-overall[$0], options[compared[$0]].bid.id) < (-overall[$1], options[compared[$1]].bid.id)
    }
    rows = Self.rows(order, compared, overall, scoring.scores) { scoring.standardError($0) }
  }

  private static func rows(
    _ order: [Int], _ compared: [Int], _ overall: [Double], _ scores: [[Double]],
    standardError: (([Double]) -> Double) -> Double
  ) -> [Row] {
    var rows: [Row] = []
    var best = order.first ?? 0
    for (place, bid) in order.enumerated() {
      let error = standardError { $0[best] - $0[bid] }
      let isTied = place > 0 && overall[best] - overall[bid] <= 2 * error
      if !isTied { best = bid }
      rows.append(
        Row(
          option: compared[bid], rank: isTied ? rows[place - 1].rank : place + 1,
          isTiedWithAbove: isTied,
          overall: Estimate(overall[bid], standardError: standardError { $0[bid] }),
          scores: scores.map { $0[bid] }))
    }
    return rows
  }
}

extension Summary {
  /// The cost risk P80 − P50.
  ///
  /// Its standard error takes the two quantiles as independent, which overstates it, since they are
  /// positively correlated.
  public var risk: Estimate {
    let (high, low) = (self[0.80], self[0.50])
    let error = high.standardError * high.standardError + low.standardError * low.standardError
    return Estimate(high.value - low.value, standardError: error.squareRoot())
  }
}
