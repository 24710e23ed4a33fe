import Contracts
import Futures
import Loading
public import Reporting
import Settlement
import Simulation

/// Why a regime cannot be replayed.
public enum ReplayError: Error, Hashable, Sendable {
  /// No history is named for this option; there is one for those known.
  case noRecord(String, known: [String])
  /// The history has no value of any metric of the contract for this provider.
  case noValues(String, provider: String)
}

extension ReplayError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .noRecord(let bid, let known) where known.isEmpty:
      "nothing is on record of \(bid.clean): event.yaml names no provider under "
        + "assumptions/history/performance"
    case .noRecord(let bid, let known):
      "nothing is on record of \(bid.clean); assumptions/history/performance names "
        + known.joined(separator: ", ")
    case .noValues(let bid, let provider):
      "the history has no value of a metric of the contract for \(provider.clean), the provider of "
        + "\(bid.clean), that falls within the term"
    }
  }
}

extension Evaluation {
  /// Settles a credit regime on the real months of a bid's provider, and compares what would have been
  /// paid with what simulation expects in as many months.
  ///
  /// The provider's futures are the same whosever regime it is.
  ///
  /// - Parameters:
  ///   - id: The bid, or `baseline`, whose provider's record it is.
  ///   - other: The bid whose contract is settled; its own where nothing is given.
  ///   - threads: How many tasks simulate.
  ///   - progress: Is told how many futures are done.
  /// - Returns: The report.
  /// - Throws: ``ExplanationError`` where there is no such option, ``ReplayError`` where nothing is on
  ///   record, `ResolutionError` where the contract needs a metric that the provider has not.
  public func replay(
    of id: String, regimeOf other: String? = nil, threads: Int = 2,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> ReplayReport {
    let performing = experiment.options[try places(of: id)[0]]
    let contracting = experiment.options[try places(of: other ?? id)[0]]
    let record = try record(of: performing.bid, under: contracting.bid)
    var bid = contracting.bid
    bid.id = performing.bid.id
    let option = try Option(bid, in: dossier.event, performance: performing.performance)
    let alone = Experiment(
      options: [option], assumptions: experiment.assumptions, basis: experiment.basis,
      futures: experiment.futures, seed: experiment.seed)
    let contract = alone.options[0].contract
    let done = Count()
    let simulated = await alone.credits(of: 0, in: record.months, threads: threads) {
      progress(done.add($0))
    }
    return ReplayReport(
      dossier.event, record: performing.bid, regime: contracting.bid, contract, record,
      ReplayedRegime(of: contract, on: record), simulated, provenance)
  }

  private func record(of bid: Bid, under other: Bid) throws(ReplayError) -> ServiceRecord {
    guard let provider = dossier.historyProviders[bid.id] else {
      throw .noRecord(bid.id, known: dossier.historyProviders.keys.sorted())
    }
    let metrics = other.contract.metricsOfService
    let record = ServiceRecord(
      of: provider, in: dossier.history, demand: dossier.demandSeries, event: dossier.event,
      metrics: dossier.event.metrics.map(\.id).filter(metrics.contains),
      indices: experiment.assumptions.expectedIndices)
    guard let record else { throw .noValues(bid.id, provider: provider) }
    return record
  }
}

extension Contract {
  /// The metrics on which levels or bonuses of the contract hang.
  fileprivate var metricsOfService: Set<String> {
    clauses.reduce(into: []) { metrics, named in
      switch named.clause {
      case .serviceLevel(let level):
        metrics.insert(level.metric)
        if let tail = level.tail { metrics.insert(tail.metric) }
      case .bonus(let bonus): metrics.insert(bonus.metric)
      default: break
      }
    }
  }
}
