public import Contracts
public import Simulation

/// Something about a draft or a bid that a buyer should know before bids are ranked: facts, no prose.
public enum CheckNote: Hashable, Sendable {
  /// These parts of how each of `metrics` is measured are not agreed, though service levels are
  /// promised on them.
  case metricsNotAgreed(metrics: [String], parts: [Metric.Wording.Part])

  /// The weights of the criteria add up to neither 100 nor 1.
  case criteriaWeights(sum: Double)

  /// The method does not use the weights of these criteria.
  case weightsWithoutEffect([String], method: RankingMethod)

  /// Requirements with a weight of 0 count in no coverage.
  case requirementsWithoutWeight([String])

  /// These names are declared in the event, under this path, and nothing refers to them.
  case unusedNames(path: String, names: [String])

  /// Volume bands charge for additional units of service lines for which these `prices` are charged
  /// already, in these contract months.
  case volumesChargedTwice(bid: String, prices: [String], months: ClosedRange<Int>)

  /// Each of these `prices` charges for every unit of `serviceLine`, in the same contract months.
  case unitsPricedTwice(
    bid: String, serviceLine: String, prices: [String], months: ClosedRange<Int>)

  /// `bid` has no price for these service lines, which others price: fixed fees are taken to cover
  /// them.
  case coveredByFees(bid: String, serviceLines: [String])

  /// These prices of `bid` charge nothing on the expected path.
  case neverCharged(bid: String, prices: [String])

  /// The base case of `bid` is far below that of the others: `mean` is that of their totals, `lowest`
  /// the lowest of them.
  case abnormallyLow(bid: String, total: Double, mean: Double, lowest: Double)

  /// The bid that the note is about, or nothing where it is about the event.
  public var bid: String? {
    switch self {
    case .volumesChargedTwice(let bid, _, _), .neverCharged(let bid, _),
      .unitsPricedTwice(let bid, _, _, _), .coveredByFees(let bid, _),
      .abnormallyLow(let bid, _, _, _):
      bid
    default: nil
    }
  }
}

/// What can be said of an event and its bids before anything is simulated.
public struct EventReview: Sendable {
  /// What a buyer should know.
  public let notes: [CheckNote]

  /// Where the bids depart from usual terms, bid by bid.
  public let departures: [Departure]

  /// Which effects enter which criteria.
  public let overlap: CriteriaOverlap

  /// Reviews `bids`, each with what it comes to on the expected path.
  ///
  /// - Parameters:
  ///   - event: What was put out to bid.
  ///   - bids: The bids and their base cases.
  ///   - levelled: What each bid comes to once it is levelled, by which they are held against one
  ///     another; by default what it comes to as it is.
  ///   - baseline: Today's operation, or nothing; it is no offer and is not compared.
  public init(
    _ event: Event, _ bids: [(bid: Bid, baseCase: BaseCaseLines)],
    levelled: [(bid: String, total: Double)]? = nil, baseline: Bid?
  ) {
    let offers = bids.map(\.bid.contract)
    let totals = levelled ?? bids.map { ($0.bid.id, $0.baseCase.total) }
    let contracts = bids.map(\.bid.contract) + [baseline?.contract].compactMap(\.self)
    notes =
      event.metricsNotAgreed(in: contracts) + event.criteriaNotes + event.unusedNames(in: contracts)
      + bids.flatMap { bid, baseCase in
        bid.contract.volumesChargedTwice(in: event) + bid.contract.unitsPricedTwice(in: event)
          + bid.contract.coveredByFees(beside: offers, in: event) + bid.neverCharged(baseCase)
      } + CheckNote.abnormallyLow(among: totals)
    departures = bids.flatMap { bid, baseCase in bid.departures(in: event, baseCase) }
    overlap = CriteriaOverlap(event, bids.map(\.bid))
  }
}
