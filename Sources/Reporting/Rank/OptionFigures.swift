import Contracts
import Decision
import Futures
import Settlement
import Simulation

/// Everything that is reported of one option.
struct OptionFigures: Sendable {
  /// The option's position in the experiment.
  let position: Int

  /// The bid, or today's operation.
  let bid: Bid

  /// Its place in the ranking; nothing for today's operation.
  let row: Ranking.Row?

  /// What was counted over all futures.
  let tally: OptionTally

  /// The net present cost before and after credits; its mean is the one of ``costMean``.
  let cost: [CostBasis: Summary]

  /// The mean net present cost before and after credits.
  let costMean: [CostBasis: ControlledEstimate]

  /// The mean present value of credits, as a positive amount.
  let credits: ControlledEstimate

  /// The chance that a right to leave arises.
  let rightArises: ControlledEstimate

  /// The mean cost after credits if no right to leave were ever exercised.
  let costIfNeverLeaving: Double

  /// The names of its service levels.
  let levels: [String]

  /// Whether the buyer may ever leave.
  let mayExit: Bool

  /// Whether any right to leave may arise.
  let hasRights: Bool

  /// Whether the buyer's own loss from poor service is stated.
  let statesLoss: Bool

  /// How its answers cover all requirements.
  let coverage: Coverage

  /// How its answers cover each framework.
  let frameworks: [Coverage]

  /// Whether it may be awarded.
  let eligibility: Eligibility

  /// The conditions precedent of an award, and when it plans to meet them.
  let planned: [PlannedAnswer]

  /// How it compares with today's operation.
  let againstBaseline: BaselineComparison?

  /// What it costs on the expected path.
  let baseCase: BaseCaseFigures

  /// Gathers what `comparison` knows of the option at `position`.
  init(_ position: Int, in comparison: Comparison, _ assumptions: Assumptions) {
    let option = comparison.options[position]
    self.position = position
    bid = option.bid
    row = comparison.ranking.rows.first { $0.option == position }
    tally = comparison.outcome.options[position]
    let means = comparison.means
    costMean = Dictionary(
      uniqueKeysWithValues: CostBasis.allCases.map { ($0, means.costs($0)[position]) })
    cost = Dictionary(
      uniqueKeysWithValues: CostBasis.allCases.map { basis in
        var summary = comparison.summaries[position, basis]
        summary.mean = means.costs(basis)[position].estimate
        return (basis, summary)
      })
    credits = means.credits[position]
    rightArises = means.rights[position]
    costIfNeverLeaving = comparison.costIfNeverLeaving(position)
    levels = option.contract.levels
    mayExit = option.contract.mayExit
    hasRights = !option.contract.rights.isEmpty
    statesLoss = option.contract.clauses.contains { seated in
      if case .poorServiceLoss = seated.clause { true } else { false }
    }
    coverage = bid.overallCoverage(of: comparison.event)
    frameworks = bid.coverage(of: comparison.event)
    var eligibility = bid.eligibility(in: comparison.event)
    eligibility.belowMinimum = (row?.belowMinimum ?? []).map(\.criterion.id)
    self.eligibility = eligibility
    planned = bid.plannedAnswers(in: comparison.event)
    againstBaseline = comparison.againstBaseline(position)
    baseCase = BaseCaseFigures(
      option, comparison.baseCases[position], assumptions,
      tolerance: comparison.event.levelling.tolerance)
  }

  /// Whether it can be awarded, but only under conditions precedent.
  var isConditional: Bool { eligibility.isAwardable && !planned.isEmpty }

  /// Whether it is a bid, and not today's operation.
  var isBid: Bool { row != nil }
}
