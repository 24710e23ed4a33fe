public import Contracts
public import Simulation

/// Everything that is known of the options after an experiment: what reports are made of.
public struct Comparison: Sendable {
  /// What was put out to bid.
  public let event: Event

  /// The options: the bids, and last today's operation where there is one.
  public let options: [Option]

  /// The position of today's operation among ``options``, or nothing.
  public let baseline: Int?

  /// What the experiment left.
  public let outcome: Outcome

  /// The distributions of the options' costs.
  public let summaries: Summaries

  /// The order of the bids.
  public let ranking: Ranking

  /// What a reader must know.
  public let findings: [Finding]

  /// The same comparison with something else known about the providers; none where nothing is
  /// uncertain about them.
  public let variants: [Variant]

  /// Compares the options of `experiment` by its `outcome`.
  public init(
    _ event: Event, _ experiment: Experiment, _ outcome: Outcome, variants: [Variant] = []
  ) async {
    self.variants = variants
    self.event = event
    options = experiment.options
    baseline = experiment.baseline
    self.outcome = outcome
    summaries = await Summaries(of: outcome)
    ranking = Ranking(
      of: event, options: options, baseline: baseline, outcome: outcome, summaries)
    findings = ranking.findings(of: event, options: options, outcome: outcome)
  }

  /// Option `option` against today's operation, where there is one and it is another.
  public func againstBaseline(_ option: Int) -> BaselineComparison? {
    guard let baseline, baseline != option else { return nil }
    return BaselineComparison(option, with: baseline, in: outcome)
  }
}
