import Contracts
import Crew
public import Decision
import Futures
public import Loading
public import Reporting
public import Settlement
public import Simulation

/// The façade: one event, evaluated.
///
/// ```swift
/// let evaluation = try Evaluation(loadEvent(at: "scenarios/contact-centre"), futures: 100_000)
/// let comparison = await evaluation.run()
/// ```
public struct Evaluation: Sendable {
  /// The event, its bids and what may happen.
  public let dossier: Dossier

  /// The experiment that is run.
  public let experiment: Experiment

  /// What else may be known, found once.
  private let variantAssumptions: [(kind: Variant.Kind, known: Assumptions)]

  /// Prepares `futures` futures of the event with `seed`.
  ///
  /// - Throws: ``ResolutionError`` for a contract that cannot be settled.
  public init(
    _ dossier: Dossier, futures: Int = 20_000, seed: UInt64 = 1
  ) throws(ResolutionError) {
    self.dossier = dossier
    variantAssumptions = Self.variantAssumptions(of: dossier)
    let options = try Self.options(of: dossier)
    experiment = Experiment(
      options: options, baseline: dossier.baseline == nil ? nil : options.count - 1,
      assumptions: dossier.assumptions, basis: dossier.event.costBasis, futures: futures,
      seed: seed)
  }

  /// The options that are compared: the bids, levelled and in their time, and last today's operation.
  static func options(of dossier: Dossier) throws(ResolutionError) -> [Option] {
    let levelled = try dossier.bids.levelled(in: dossier.event, assumptions: dossier.assumptions)
    let bids =
      try bidsInTheirTime(levelled, dossier) + (dossier.baseline.map { [$0] } ?? [])
    let resolved = bids.indices.mapSideBySide { place in
      Result { () throws(ResolutionError) in try option(bids[place], of: dossier) }
    }
    var options: [Option] = []
    for option in resolved { options.append(try option.get()) }
    return options
  }

  /// The bids, of which those that may go live late pay for today's operation until then.
  private static func bidsInTheirTime(
    _ bids: [Bid], _ dossier: Dossier
  ) throws(ResolutionError) -> [Bid] {
    guard let baseline = dossier.baseline, bids.contains(where: { !$0.delays.isEmpty })
    else { return bids }
    let today = try option(baseline, of: dossier).contract.baseCase(in: dossier.assumptions)
    let todaysCost = today.costByMonth(horizon: dossier.event.horizon)
    return bids.map { $0.goingLive(late: $0.delays, in: dossier.event, todaysCost) }
  }

  private static func option(
    _ bid: Bid, of dossier: Dossier
  ) throws(ResolutionError) -> Option {
    let performance = dossier.assumptions.performance[bid.id] ?? Performance(metrics: [])
    return try Option(bid, in: dossier.event, performance: performance)
  }

  /// Refuses options of which a price is not stated: over many futures their cost is no number.
  ///
  /// - Parameter id: The only option that is looked at, or nothing for all.
  /// - Throws: ``ResolutionError`` for the first such option.
  public func requireStatedPrices(of id: String? = nil) throws(ResolutionError) {
    for option in experiment.options where id == nil || option.bid.id == id {
      try option.contract.requireStatedPrices()
    }
  }

  /// How many futures a variant of the comparison takes at most.
  public static let variantFutures = 10_000

  /// Simulates on `threads` tasks and compares the options, also with something else known about
  /// the providers.
  ///
  /// - Parameters:
  ///   - threads: How many tasks simulate.
  ///   - controlsAreOff: Whether means are plain although controls could lower their error.
  ///   - progress: Is told how many of ``futuresInAll`` are done.
  /// - Returns: The comparison.
  public func run(
    threads: Int = 2, controlsAreOff: Bool = false,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Comparison {
    let outcome = await experiment.run(threads: threads, progress: progress)
    return await comparison(
      by: outcome, threads: threads, controlsAreOff: controlsAreOff, progress: progress)
  }

  /// Compares the options by `outcome`, the experiment's own or that of its first futures, and
  /// simulates the variants that belong to as many futures.
  ///
  /// - Precondition: `outcome` begins with future 0 and is not empty.
  /// - Parameters:
  ///   - outcome: What was simulated.
  ///   - threads: How many tasks simulate.
  ///   - controlsAreOff: Whether means are plain although controls could lower their error.
  ///   - progress: Is told how many of ``futuresInAll`` are done.
  /// - Returns: The comparison that a run of `outcome.futures` futures gives.
  public func comparison(
    by outcome: Outcome, threads: Int = 2, controlsAreOff: Bool = false,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Comparison {
    precondition(outcome.range.lowerBound == 0, "options are compared from the first future on")
    precondition(outcome.futures > 0, "options are compared by one future at least")
    var done = outcome.futures
    var variants: [Variant] = []
    for (kind, known) in variantAssumptions {
      let variant = variant(known, beside: outcome.futures)
      let outcome = await variant.run(threads: threads) { [done] in progress(done + $0) }
      done += variant.futures
      variants.append(await Variant(kind, dossier.event, variant, outcome))
    }
    return await Comparison(
      dossier.event, experiment, outcome, variants: variants, controlsAreOff: controlsAreOff)
  }

  /// The futures that ``run(threads:progress:)`` simulates: those of the comparison and of its
  /// variants.
  public var futuresInAll: Int {
    experiment.futures + futuresOfVariants
  }

  /// The futures that the variants take.
  public var futuresOfVariants: Int {
    variantAssumptions.count * min(experiment.futures, Self.variantFutures)
  }

  /// What else may be known, where it changes any driver of `dossier`.
  private static func variantAssumptions(
    of dossier: Dossier
  ) -> [(kind: Variant.Kind, known: Assumptions)] {
    Variant.Kind.allCases.map { kind in
      switch kind {
      case .equalInformation: (kind, dossier.assumptions.equallyInformed)
      case .knownCoefficients: (kind, dossier.assumptions.known)
      }
    }.filter { $0.known != dossier.assumptions }
  }

  /// The experiment with `known` about the providers, beside one of `futures` futures.
  ///
  /// The buyer leaves in the same months as in the comparison itself.
  private func variant(_ known: Assumptions, beside futures: Int) -> Experiment {
    Experiment(
      options: experiment.options.map { $0.performing(as: known.performance[$0.bid.id]) },
      baseline: experiment.baseline, assumptions: known, basis: experiment.basis,
      futures: min(futures, Self.variantFutures), seed: experiment.seed)
  }

  /// Whether anything was fitted from history.
  public var isFitted: Bool { !dossier.demandFits.isEmpty || !dossier.performanceFits.isEmpty }

  /// What the evaluation is made from.
  public var provenance: Provenance { provenance(of: experiment.futures) }

  /// What the first `futures` futures are made from.
  func provenance(of futures: Int) -> Provenance {
    Provenance(
      version: assayVersion, eventDigest: dossier.digest, dataDigests: dossier.dataDigests,
      seed: experiment.seed, futures: futures,
      methodDigest: dossier.event.methodDigest(seed: experiment.seed))
  }

  /// The report on `comparison`, this evaluation's own.
  ///
  /// It says that the run was interrupted where the comparison is by fewer futures than the
  /// experiment has; but for that it is the report on as many.
  public func report(on comparison: Comparison) -> RankReport {
    let futures = comparison.outcome.futures
    return RankReport(
      comparison, dossier, provenance(of: futures),
      ending: futures < experiment.futures ? .interrupted(of: experiment.futures) : .asAsked)
  }

  /// The report on the expected path alone.
  public var baseCase: BaseCaseReport { BaseCaseReport(experiment, dossier, provenance) }
}
