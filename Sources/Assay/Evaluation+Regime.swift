import Contracts
public import Decision
import Futures
import Loading
public import Reporting
import Simulation
import Synchronization

extension Evaluation {
  /// The positions of the options whose regimes are looked at: of the one named, or of all bids.
  ///
  /// - Throws: ``ExplanationError`` where no option has this identifier.
  func places(of id: String?) throws(ExplanationError) -> [Int] {
    guard let id else { return experiment.options.indices.filter { $0 != experiment.baseline } }
    let known = experiment.options.map(\.bid.id)
    guard let place = known.firstIndex(of: id) else {
      throw .unknown(id, among: known)
    }
    return [place]
  }

  /// How many futures ``regimes(of:threads:progress:)`` settles, each counted as often as it is.
  ///
  /// - Throws: ``ExplanationError`` where no option has this identifier.
  public func regimeFutures(of id: String? = nil) throws(ExplanationError) -> Int {
    let block = min(experiment.futures, FurtherDefaults.futures)
    return try places(of: id).reduce(0) { sum, place in
      sum + experiment.regimeRuns(of: place) * experiment.futures
        + experiment.furtherRuns(of: place) * block
    }
  }

  /// What the credit regimes of the bids are really worth, in the order of their identifiers.
  ///
  /// - Parameters:
  ///   - id: The only option that is looked at, or nothing for all bids.
  ///   - threads: How many tasks simulate.
  ///   - progress: Is told how many of ``regimeFutures(of:)`` are done.
  /// - Returns: The regimes.
  /// - Throws: ``ExplanationError`` where no option has this identifier.
  public func regimes(
    of id: String? = nil, threads: Int = 2,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(ExplanationError) -> [EffectiveRegime] {
    let done = Count()
    let tell: @Sendable (Int) -> Void = { progress(done.add($0)) }
    var regimes: [EffectiveRegime] = []
    for place in try places(of: id) {
      let regime = await experiment.regime(of: place, threads: threads, progress: tell)
      let further = await experiment.furtherDefaults(of: place, threads: threads, progress: tell)
      regimes.append(EffectiveRegime(experiment.options[place], regime, further))
    }
    return regimes
  }

  /// The report on `regimes`, this evaluation's own.
  public func report(on regimes: [EffectiveRegime]) -> RegimeReport {
    RegimeReport(regimes, dossier, provenance)
  }
}

/// A count that several threads add to.
final class Count: Sendable {
  private let count = Atomic<Int>(0)

  /// Adds `more`, and says what it comes to.
  func add(_ more: Int) -> Int { count.add(more, ordering: .relaxed).newValue }
}
