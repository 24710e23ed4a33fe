public import Contracts
public import Simulation

/// All bids with some terms varied, and how they differ from the event as it is written.
public struct WhatIfCell: Sendable {
  /// One bid in the cell.
  public struct Bid: Sendable {
    /// The bid's identifier.
    public let id: String

    /// Its place in the ranking.
    public let row: Ranking.Row

    /// What was simulated of it.
    public let figures: Figures

    /// How it differs from the bid as it is written; nothing where it does not.
    public let change: Change?
  }

  /// What is known of one option by itself.
  public struct Figures: Sendable {
    /// The mean cost on each basis, controlled where it can be.
    public let costs: [CostBasis: ControlledEstimate]

    /// The risk P80 − P50 of the cost on each basis.
    public let risks: [CostBasis: Estimate]

    /// The mean present value of credits, as a positive amount.
    public let credits: ControlledEstimate

    /// The buyer's mean loss from poor service, in present value.
    public let loss: Estimate

    /// The share of futures in which the buyer leaves.
    public let exits: Estimate

    /// The share of futures in which it is the cheapest bid; for today's operation none.
    public let cheapest: Estimate?

    /// What terms are measured by, see ``Simulation/OptionOutcome/price``.
    public let price: Double
  }

  /// How a bid differs from itself as it is written, in the same futures.
  public struct Change: Sendable {
    /// The mean change of its cost on each basis.
    public let costs: [CostBasis: Estimate]

    /// The mean change of its credits, in present value.
    public let credits: Estimate

    /// What the buyer keeps of what it gains.
    public let passThrough: PassThrough
  }

  /// The values of the varied terms, in the order of the design; none in the event as it is written.
  public let values: [String]

  /// The bids from best to worst.
  public let bids: [Bid]

  /// Today's operation, or nothing.
  public let baseline: Figures?

  /// The cost by which bids are ranked.
  public let basis: CostBasis

  /// The bid that ranks first.
  public var winner: Bid? { bids.first }

  /// Whether more futures could put another bid first.
  public var isTied: Bool { bids.dropFirst().first?.row.rank == 1 }

  /// What the cell says of the bid `id`.
  public func bid(_ id: String) -> Bid? { bids.first { $0.id == id } }
}

/// What was simulated of one cell.
public struct WhatIfRun: Sendable {
  /// The options of the cell: the bids, and last today's operation where there is one.
  public var options: [Option]

  /// What was simulated of each.
  public var outcomes: [OptionOutcome]

  /// Creates a run.
  public init(options: [Option], outcomes: [OptionOutcome]) {
    precondition(options.count == outcomes.count, "every option has an outcome")
    self.options = options
    self.outcomes = outcomes
  }
}

extension WhatIfCell {
  /// Compares the options of `run`, which are those of `event`, with `reference`, the event as it is
  /// written; that compares with nothing.
  public init(
    _ values: [String], of event: Event, _ run: WhatIfRun, baseline: Int?,
    against reference: WhatIfRun?, changed: [Bool] = [], seed: UInt64
  ) async {
    let outcome = Outcome(
      of: run.outcomes, baseline: baseline, basis: event.costBasis, seed: seed)
    let ranking = await Ranking(
      of: event, options: run.options, baseline: baseline, outcome: outcome,
      Summaries(of: run.outcomes))
    self.values = values
    basis = event.costBasis
    self.baseline = baseline.map { Figures(run.outcomes[$0], cheapest: nil) }
    bids = ranking.rows.map { row in
      let place = row.option
      let cheapest = Double(outcome.options[place].cheapest) / Double(outcome.futures)
      let isChanged = changed.indices.contains(place) && changed[place]
      return Bid(
        id: run.options[place].bid.id, row: row,
        figures: Figures(
          run.outcomes[place], cheapest: .share(cheapest, of: outcome.futures)),
        change: isChanged
          ? reference.map { Change(run.outcomes[place], against: $0.outcomes[place]) } : nil)
    }
  }
}

extension WhatIfCell.Figures {
  fileprivate init(_ outcome: OptionOutcome, cheapest: Estimate?) {
    costs = outcome.costs
    risks = Dictionary(
      uniqueKeysWithValues: CostBasis.allCases.map { ($0, outcome.summary($0).risk) })
    credits = outcome.credits
    loss = outcome.tally.loss.estimate
    exits = outcome.tally.exits.estimate
    self.cheapest = cheapest
    price = outcome.price
  }
}

extension WhatIfCell.Change {
  fileprivate init(_ varied: OptionOutcome, against reference: OptionOutcome) {
    costs = Dictionary(
      uniqueKeysWithValues: CostBasis.allCases.map {
        ($0, Paired.mean(varied.cost($0), less: reference.cost($0)))
      })
    credits = Paired.mean(count: varied.after.count) {
      (varied.before[$0] - varied.after[$0]) - (reference.before[$0] - reference.after[$0])
    }
    // An option's moments begin at its cost on the expected path.
    passThrough = PassThrough(
      of: varied, against: reference,
      changesCharges: varied.tally.before.origin != reference.tally.before.origin)
  }
}
