import Contracts
import Futures
import Rows
import Settlement

/// What one option credits and charges between two months in each of many futures, undiscounted.
public struct CreditsInMonths: Sendable {
  /// Credits less bonuses by future, above 0 where the buyer is owed.
  public let paid: [Double]

  /// The gross charges by future.
  public let charge: [Double]

  /// The mean paid.
  public var meanPaid: Estimate {
    let n = Double(paid.count)
    let mean = paid.reduce(0, +) / n
    let squares = paid.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
    return Estimate(mean, standardError: n > 1 ? (squares / (n * (n - 1))).squareRoot() : .nan)
  }

  /// The mean charged.
  public var meanCharge: Double { charge.reduce(0, +) / Double(charge.count) }

  /// The quantile of what is paid at `level`.
  public func paid(at level: Double) -> Estimate { SortedValues(paid).quantileEstimate(level) }

  /// The share of futures in which less than `amount` is paid, of equal ones half.
  public func share(below amount: Double) -> Estimate {
    let below = Double(paid.count { $0 < amount }) + Double(paid.count { $0 == amount }) / 2
    return .share(below / Double(paid.count), of: paid.count)
  }
}

extension Experiment {
  /// What option `option` credits and charges in the contract months `months`, future by future.
  ///
  /// - Precondition: There are no more than ``mostRegimeFutures`` futures.
  /// - Parameters:
  ///   - option: The position of the option.
  ///   - months: The contract months.
  ///   - threads: How many tasks simulate.
  ///   - progress: Is told how many futures more are done.
  /// - Returns: The sums by future; they do not hang on `threads`.
  public func credits(
    of option: Int, in months: ClosedRange<Int>, threads: Int,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> CreditsInMonths {
    precondition(futures <= Self.mostRegimeFutures, "numbers of so many futures are not kept")
    let columns = RegimeColumns(futures: futures)
    let blocks = (futures + Lanes.count - 1) / Lanes.count
    let numbers = Numbers()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(threads, blocks)) {
        group.addTask {
          let run = MonthsEngine(self, option: option, months)
          while let block = numbers.next(below: blocks) {
            let first = block * Lanes.count
            let lanes = min(Lanes.count, futures - first)
            run.run(firstFuture: first)
            columns.keep(paid: run.sums.paid, charge: run.sums.charge, from: first, lanes: lanes)
            progress(lanes)
          }
        }
      }
    }
    return CreditsInMonths(
      paid: columns.paid.values(first: futures), charge: columns.charge.values(first: futures))
  }
}

/// Settles blocks of futures of one option up to a month, on one thread.
private final class MonthsEngine {
  let sums: CreditsBetween
  private let experiment: Experiment
  private let sampler: WorldSampler
  private let world: World
  private let path: ProviderPath
  private let desk: Desk
  private let arena = Arena()
  private let last: Int

  init(_ experiment: Experiment, option: Int, _ months: ClosedRange<Int>) {
    let chosen = experiment.options[option]
    let assumptions = experiment.assumptions
    self.experiment = experiment
    last = months.upperBound
    world = World(for: assumptions, in: arena)
    sampler = WorldSampler(assumptions, filling: world, in: arena)
    path = ProviderPath(
      sampling: chosen.performance, of: chosen.bid.id, in: world, assumptions: assumptions,
      uniforms: chosen.contract.uniforms, arena: arena)
    desk = Desk(chosen.contract, world: world, path: path, arena: arena)
    sums = CreditsBetween(in: months, arena: arena)
  }

  func run(firstFuture: Int) {
    let draws = experiment.draws(firstFuture: firstFuture)
    sampler.fill(at: draws)
    path.begin(at: draws)
    sums.begin()
    desk.settle(into: sums, through: last)
  }
}
