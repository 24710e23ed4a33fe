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
  /// Costs after credits are compared where the event states losses from poor service, costs
  /// before credits otherwise.
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
      assumptions: dossier.assumptions, basis: Self.basis(of: bids), futures: futures, seed: seed)
  }

  /// Simulates on `threads` tasks and compares the options.
  ///
  /// `progress` is told the number of futures done.
  public func run(
    threads: Int = 2, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Comparison {
    let outcome = await experiment.run(threads: threads, progress: progress)
    return Comparison(dossier.event, experiment, outcome)
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

  private static func basis(of bids: [Bid]) -> CostBasis {
    let statesLoss = bids.contains { bid in
      bid.contract.clauses.contains { named in
        if case .poorServiceLoss = named.clause { true } else { false }
      }
    }
    return statesLoss ? .afterCredits : .beforeCredits
  }
}
