import Contracts
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

  /// Prepares `futures` futures of the event with `seed`.
  ///
  /// - Throws: ``ResolutionError`` for a contract that cannot be settled.
  public init(
    _ dossier: Dossier, futures: Int = 20_000, seed: UInt64 = 1
  ) throws(ResolutionError) {
    self.dossier = dossier
    let bids = dossier.bids + (dossier.baseline.map { [$0] } ?? [])
    var options: [Option] = []
    for bid in bids {
      let performance = dossier.assumptions.performance[bid.id] ?? Performance(metrics: [])
      options.append(try Option(bid, in: dossier.event, performance: performance))
    }
    experiment = Experiment(
      options: options, baseline: dossier.baseline == nil ? nil : bids.count - 1,
      assumptions: dossier.assumptions, basis: dossier.event.costBasis, futures: futures,
      seed: seed)
  }

  /// How many futures a variant of the comparison takes at most.
  public static let variantFutures = 10_000

  /// Simulates on `threads` tasks and compares the options, also with something else known about
  /// the providers.
  ///
  /// `progress` is told the number of futures done.
  public func run(
    threads: Int = 2, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Comparison {
    let outcome = await experiment.run(threads: threads, progress: progress)
    var variants: [Variant] = []
    for kind in Variant.Kind.allCases {
      if let variant = await variant(kind, threads: threads) { variants.append(variant) }
    }
    return Comparison(dossier.event, experiment, outcome, variants: variants)
  }

  /// The comparison with something else known, or nothing where that changes no driver.
  ///
  /// The buyer leaves in the same months as in the comparison itself.
  private func variant(_ kind: Variant.Kind, threads: Int) async -> Variant? {
    let known =
      switch kind {
      case .equalInformation: dossier.assumptions.equallyInformed
      case .knownCoefficients: dossier.assumptions.known
      }
    guard known != dossier.assumptions else { return nil }
    let variant = Experiment(
      options: experiment.options.map { $0.performing(as: known.performance[$0.bid.id]) },
      baseline: experiment.baseline, assumptions: known, basis: experiment.basis,
      futures: min(experiment.futures, Self.variantFutures), seed: experiment.seed)
    return Variant(kind, dossier.event, variant, await variant.run(threads: threads))
  }

  /// What the evaluation is made from.
  public var provenance: Provenance {
    Provenance(
      version: assayVersion, eventDigest: dossier.digest, dataDigests: dossier.dataDigests,
      seed: experiment.seed, futures: experiment.futures)
  }

  /// The report on `comparison`, this evaluation's own.
  public func report(on comparison: Comparison) -> RankReport {
    RankReport(comparison, dossier, provenance)
  }

  /// The report on the expected path alone.
  public var baseCase: BaseCaseReport { BaseCaseReport(experiment, dossier, provenance) }
}
