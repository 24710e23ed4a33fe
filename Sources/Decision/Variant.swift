public import Contracts
public import Simulation

/// The same comparison with something else known about the providers.
public struct Variant: Sendable {
  /// What is known.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Every provider's coefficients are known equally well, whatever the length of its history.
    case equalInformation = "equal_information"
    /// Every coefficient is known exactly.
    case knownCoefficients = "known_coefficients"
  }

  /// What is known.
  public let kind: Kind

  /// The number of futures.
  public let futures: Int

  /// The order of the bids.
  public let ranking: Ranking

  /// The standard deviation of each option's cost, in the experiment's order.
  public let spreads: [Double]

  /// Compares the options of `experiment` by its `outcome`.
  public init(_ kind: Kind, _ event: Event, _ experiment: Experiment, _ outcome: Outcome) async {
    self.kind = kind
    futures = outcome.futures
    let summaries = await Summaries(of: outcome)
    ranking = await Ranking(
      of: event, options: experiment.options, baseline: experiment.baseline, outcome: outcome,
      summaries, service: event.needs.map { experiment.needsMet($0, futures: outcome.futures) })
    spreads = experiment.options.indices.map { summaries[$0, outcome.basis].standardDeviation }
  }
}
