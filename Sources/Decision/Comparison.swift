public import Contracts
public import Settlement
public import Simulation

/// Everything that is known of the options after an experiment: what reports are made of.
public struct Comparison: Sendable {
  /// What was put out to bid.
  public let event: Event

  /// The options: the bids, and last today's operation where there is one.
  public let options: [Option]

  /// What each option costs on the expected path.
  public let baseCases: [[Owed]]

  /// The position of today's operation among ``options``, or nothing.
  public let baseline: Int?

  /// What the experiment left.
  public let outcome: Outcome

  /// The distributions of the options' costs.
  public let summaries: Summaries

  /// The means of all options, controlled or plain.
  public let means: ControlReport

  /// How often what the buyer needs is met; nothing where service is no criterion.
  let service: NeedsMet?

  /// The order of the bids.
  public let ranking: Ranking

  /// Which effects enter which criteria.
  public let overlap: CriteriaOverlap

  /// What a reader must know.
  public let findings: [Finding]

  /// The same comparison with something else known about the providers; none where nothing is
  /// uncertain about them.
  public let variants: [Variant]

  /// Compares the options of `experiment` by its `outcome`, with plain means where controls are off.
  public init(
    _ event: Event, _ experiment: Experiment, _ outcome: Outcome, variants: [Variant] = [],
    controlsAreOff: Bool = false
  ) async {
    self.variants = variants
    self.event = event
    options = experiment.options
    baseCases = experiment.baseCases
    baseline = experiment.baseline
    self.outcome = outcome
    summaries = await Summaries(of: outcome)
    means = ControlReport(outcome, isOff: controlsAreOff)
    service = event.needs.map { experiment.needsMet($0, futures: outcome.futures) }
    ranking = await Ranking(
      of: event, options: options, baseline: baseline, outcome: outcome, summaries,
      service: service)
    overlap = CriteriaOverlap(
      event,
      options.indices.filter { [baseline] in $0 != baseline }.map { [options] in options[$0].bid })
    findings = ranking.findings(of: event, options: options, outcome: outcome)
  }

  /// Option `option` against today's operation, where there is one and it is another.
  public func againstBaseline(_ option: Int) -> BaselineComparison? {
    guard let baseline, baseline != option else { return nil }
    return BaselineComparison(
      option, with: baseline, in: outcome, event.businessCase, controlsAreOff: means.isOff)
  }

  /// The mean difference of the costs of two options, the first less the second.
  public func difference(_ first: Int, _ second: Int) -> ControlledEstimate {
    let difference = outcome.controlledDifference(first, second)
    return means.isOff ? difference.withoutControls : difference
  }

  /// The mean net present cost after credits of option `option` if no right to leave were ever
  /// exercised.
  ///
  /// The mean cost after credits, and what leaving changes in the futures as they are: so it is that
  /// mean itself where the buyer never leaves.
  public func costIfNeverLeaving(_ option: Int) -> Double {
    let tally = outcome.options[option]
    let after = means.costs(.afterCredits)[option].estimate.value
    return tally.stayed.mean - tally.after.mean + after
  }
}
