import Contracts
public import Simulation

/// The order of the bids by the event's locked method, and how sure it is.
public struct Ranking: Hashable, Sendable {
  /// One bid's place.
  public struct Row: Hashable, Sendable {
    /// The position of the bid among the experiment's options.
    public var option: Int

    /// The rank, from 1; tied bids share the lowest.
    public var rank: Int

    /// Whether simulation error could change the order with the best bid of the same rank.
    public var isTiedWithAbove: Bool

    /// The overall score, 0…100; of a price formula `100 · lowest / own`.
    public var overall: Estimate

    /// The score by each criterion, 0…100, in the event's order.
    public var scores: [Double]

    /// What each criterion measures, in the event's order.
    public var measures: [Double] = []

    /// What the price formula compares: the cost, or the cost of a point of quality; nothing without
    /// one.
    public var price: Double?

    /// How the scores stand to the minimums of the criteria that have one.
    public var minimums: [MinimumCheck] = []
  }

  /// The bids from best to worst.
  ///
  /// Ties stand in the order of the estimates and then of names.
  public let rows: [Row]

  /// What is measured of the first and of the others; nothing where there is no second or where figures
  /// are too large to be compared.
  private let question: WhyFirst.Question?

  /// Why the first is first; nothing where there is no second or where figures are too large to be
  /// compared.
  ///
  /// It is found when it is asked for.
  public var why: WhyFirst? { question.map(WhyFirst.init) }

  /// Ranks the bids of `outcome`, whose options are `bids` in order but for the baseline.
  ///
  /// The standard error of a score, and of a difference of scores, comes from scoring batches of
  /// the sample by themselves, and shrinks with the root of the futures beyond the sample. A bid is
  /// tied with the best one of the rank above it where their difference is no more than two standard
  /// errors. Where a minimum decides over the order, a bid that reaches all is never tied with one that
  /// does not.
  init(
    of event: Event, options: [Option], baseline: Int?, outcome: Outcome, _ summaries: Summaries,
    service: NeedsMet? = nil
  ) async {
    let scoring = await Scoring(
      of: event, options: options, baseline: baseline, outcome: outcome, summaries,
      service: service)
    let (compared, verdict) = (scoring.compared, scoring.verdict)
    let order = compared.indices.sorted { first, second in
      if verdict.precedes(first, second) { return true }
      if verdict.precedes(second, first) { return false }
      return options[compared[first]].bid.id < options[compared[second]].bid.id
    }
    rows = Self.rows(order, scoring)
    question =
      order.count > 1 && scoring.isSound
      ? WhyFirst.Question(
        method: scoring.method, measures: scoring.measures, options: compared, first: order[0],
        second: order[1]) : nil
  }

  private static func rows(_ order: [Int], _ scoring: Scoring) -> [Row] {
    let (verdict, criteria) = (scoring.verdict, scoring.method.criteria)
    let prices = scoring.method.prices(of: scoring.measures)
    var rows: [Row] = []
    var best = order.first ?? 0
    for (place, bid) in order.enumerated() {
      let error = scoring.standardError { $0[best] - $0[bid] }
      let isTied =
        place > 0 && verdict.isAcceptable[best] == verdict.isAcceptable[bid]
        && verdict.overall[best] - verdict.overall[bid] <= 2 * error
      if !isTied { best = bid }
      rows.append(
        Row(
          option: scoring.compared[bid], rank: isTied ? rows[place - 1].rank : place + 1,
          isTiedWithAbove: isTied,
          overall: Estimate(
            verdict.overall[bid], standardError: scoring.standardError { $0[bid] }),
          scores: verdict.scores.map { $0[bid] },
          measures: criteria.map { scoring.measures[bid][$0] }, price: prices?[bid],
          minimums: scoring.minimums(of: bid)))
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
