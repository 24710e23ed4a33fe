import Contracts
import Decision
import Futures
import Loading
public import Quantities
public import Reporting
import Simulation
import Tables

/// Why a bid cannot be explained as asked.
public enum ExplanationError: Error, Hashable, Sendable {
  /// No option has this identifier.
  case unknownBid(String, nearest: String?, known: [String])
  /// The contract, which begins in the calendar month `first`, has no such month.
  case noSuchMonth(Int, horizon: Int, first: CalendarMonth)
}

extension ExplanationError {
  /// There is no bid `id` among those that are `known`.
  static func unknown(_ id: String, among known: [String]) -> ExplanationError {
    .unknownBid(id, nearest: nearest(to: id, in: known), known: known)
  }
}

extension ExplanationError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .unknownBid(let name, let nearest?, _):
      "there is no bid \(name.clean); did you mean \(nearest)?"
    case .unknownBid(let name, nil, let known):
      "there is no bid \(name.clean); there are \(known.joined(separator: ", "))"
    case .noSuchMonth(let month, let horizon, let first):
      "there is no month \(month): months are 1 to \(horizon), \(first) to \(first + (horizon - 1))"
    }
  }
}

extension Evaluation {
  /// The ledger of option `id` in one future.
  ///
  /// Where no `future` is given it is the one whose cost lies nearest the median; only this option
  /// is simulated to find it, since an outcome does not depend on the others.
  ///
  /// - Parameters:
  ///   - id: A bid's identifier, or `baseline`.
  ///   - future: The number of the future, from 0.
  ///   - month: The only month that is shown in detail, or nothing for all.
  ///   - threads: How many tasks simulate.
  ///   - progress: Is told the number of futures done.
  /// - Returns: The report.
  /// - Throws: ``ExplanationError`` where there is no such option or month.
  public func explanation(
    of id: String, future: Int? = nil, month: Int? = nil, threads: Int = 2,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(ExplanationError) -> ExplainReport {
    let known = experiment.options.map(\.bid.id)
    guard let option = experiment.options.first(where: { $0.bid.id == id }) else {
      throw .unknown(id, among: known)
    }
    if let month, !(1...dossier.event.horizon).contains(month) {
      throw .noSuchMonth(
        month, horizon: dossier.event.horizon, first: dossier.event.firstMonth)
    }
    let alone = Experiment(
      options: [option], assumptions: experiment.assumptions, basis: experiment.basis,
      futures: experiment.futures, seed: experiment.seed)
    var chosen = future ?? 0
    if future == nil {
      chosen = await alone.run(threads: threads, progress: progress).futureNearestMedian(of: 0)
    }
    return ExplainReport(
      dossier.event, alone, option: 0, future: chosen, future == nil ? .nearestMedian : .asked,
      month: month, provenance)
  }
}
