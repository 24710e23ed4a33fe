import Contracts
import Futures
import Rows
import Settlement
import Synchronization

extension Experiment {
  /// The most futures over which credit regimes are looked at: two numbers are kept of each.
  public static let mostRegimeFutures = 1 << 20

  /// How often the futures of option `option` are settled by ``regime(of:threads:progress:)``.
  public func regimeRuns(of option: Int) -> Int { shifts(of: options[option]).count + 2 }

  /// What the service credits of option `option` come to, and how they hang on each metric.
  ///
  /// The futures are those of ``run(threads:progress:)``, with the same bits. The buyer leaves in the
  /// same review months whether or not a metric is moved.
  ///
  /// - Precondition: There are no more than ``mostRegimeFutures`` futures.
  /// - Parameters:
  ///   - option: The position of the option.
  ///   - threads: How many tasks simulate.
  ///   - progress: Is told how many futures more have been settled, each as often as it has been.
  /// - Returns: The regime; it does not hang on `threads`.
  public func regime(
    of option: Int, threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> CreditRegime {
    precondition(futures <= Self.mostRegimeFutures, "numbers of so many futures are not kept")
    let shifts = shifts(of: options[option])
    let columns = RegimeColumns(futures: futures)
    let blocks = (futures + Lanes.count - 1) / Lanes.count
    let numbers = Numbers()
    var regime = await withTaskGroup(of: CreditRegime.self) { group in
      for _ in 0..<max(1, min(threads, blocks)) {
        group.addTask {
          let engine = RegimeEngine(self, option: option, shifts, into: columns)
          while let block = numbers.next(below: blocks) {
            engine.run(block: block, end: futures)
            progress(min(Lanes.count, futures - block * Lanes.count) * (shifts.count + 2))
          }
          return engine.regime
        }
      }
      let empty = CreditRegime(for: options[option].contract, shifts: shifts.map(\.empty))
      return await group.reduce(into: empty) { $0.merge($1) }
    }
    regime.keep(columns)
    return regime
  }

  /// The metrics on which the credits of `option` hang, each a point lower and a point higher.
  private func shifts(of option: Option) -> [RegimeShift] {
    option.contract.metricsWithCredits.flatMap { metric in
      [-1.0, 1].compactMap { sign in
        let change = sign / option.contract.metrics[metric].pointsPerUnit
        return option.performance.moved(at: metric, by: change).map {
          RegimeShift(empty: .init(metric: metric, change: change), performance: $0)
        }
      }
    }
  }
}

extension CreditRegime {
  fileprivate mutating func keep(_ columns: RegimeColumns) {
    residuals = (columns.paid.values(first: futures), columns.charge.values(first: futures))
    paidShares = zip(residuals.paid, residuals.charge).map { $1 > 0 ? $0 / $1 : 0 }
  }
}

/// Numbers from 0 on, each handed out once.
final class Numbers: Sendable {
  private let number = Atomic<Int>(0)

  /// The next number; nothing from `end` on.
  func next(below end: Int) -> Int? {
    let next = number.add(1, ordering: .relaxed).oldValue
    return next < end ? next : nil
  }
}
