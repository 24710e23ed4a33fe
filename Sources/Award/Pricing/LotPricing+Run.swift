import Contracts
import Futures
import Settlement
public import Simulation

/// What may be given, with what it costs in each future.
public struct PricedLots: Sendable {
  /// Everything that may be given; today's operation is among it where there is one, its columns last.
  public let everything: AwardCase

  /// What today's operation costs in each future where it keeps everything; empty where there is none.
  public let today: [Double]

  /// Whether today's operation may keep lots.
  let mayStay: Bool

  /// The case that is to be awarded.
  public var award: AwardCase {
    guard !mayStay, let staying = everything.staying else { return everything }
    var copy = everything
    copy.columns.removeAll { $0.bid == staying }
    return copy
  }
}

extension LotPricing {
  /// The most numbers that are kept: costs of columns in futures.
  public static let mostCosts = 1 << 27

  /// How many options are simulated together: each pair of them is compared, which takes time.
  private static let together = 6

  /// How many futures are simulated in all for so many futures.
  public func work(for futures: Int) -> Int { groups.count * futures }

  /// Simulates `futures` futures of everything that may be given.
  ///
  /// - Parameters:
  ///   - futures: How many futures, of which all count.
  ///   - seed: The seed of all random numbers.
  ///   - threads: How many tasks simulate.
  ///   - interruption: Ends the run.
  ///   - progress: Is told how many of ``work(for:)`` are done.
  /// - Returns: What may be given, with its costs.
  /// - Throws: ``AwardError/tooMuch(columns:futures:possible:)``, ``AwardError/interrupted``, or a
  ///   ``Settlement/ResolutionError`` for a contract that cannot be settled.
  public func priced(
    futures: Int, seed: UInt64, threads: Int, interruption: Interruption = Interruption(),
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> PricedLots {
    let possible = min(Self.mostCosts / max(columns, 1), Sample.capacity)
    guard futures <= possible else {
      throw AwardError.tooMuch(columns: columns, futures: futures, possible: possible)
    }
    var costs = work.map { _ in [Double]() }
    var done = 0
    for group in groups {
      let (event, assumptions) = scaled(by: group.shares)
      let options = try group.places.map { try option(for: work[$0], event, assumptions) }
      let samples = try await samples(
        of: options, assumptions, futures, seed, threads, interruption
      ) { [done] in progress(done + $0) }
      for (place, sample) in zip(group.places, samples) { costs[place] = sample }
      done += futures
    }
    let remainder = try await remainder(futures, seed, threads, interruption)
    let today = try await todaysCosts(futures, seed, threads, interruption)
    return PricedLots(
      everything: awardCase(costs, remainder: remainder), today: today, mayStay: plan.mayStay)
  }

  private func awardCase(_ costs: [[Double]], remainder: [Double]) -> AwardCase {
    let ids = bids.map(\.id)
    let staying = hasToday ? bids.count - 1 : nil
    let incumbents = map.lots.map { lot in
      plan.incumbents[lot.id].flatMap(ids.firstIndex) ?? staying
    }
    let columns = zip(work, costs).map { work, costs in
      AwardColumn(bid: work.bid, part: work.part, given: work.given, costs: costs)
    }
    return AwardCase(
      bids: ids, lots: map.lots.map(\.id), columns: columns, staying: staying,
      remainder: remainder, incumbents: incumbents, objective: plan.objective, rules: rules)
  }

  private func samples(
    of options: [Option], _ assumptions: Assumptions, _ futures: Int, _ seed: UInt64,
    _ threads: Int, _ interruption: Interruption,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [[Double]] {
    let experiment = Experiment(
      options: options, assumptions: assumptions, basis: event.costBasis, futures: futures,
      seed: seed)
    let outcome = await experiment.run(
      0..<futures, threads: threads, interruption: interruption, progress: progress)
    guard outcome.futures == futures else { throw AwardError.interrupted }
    return outcome.sample.cost(event.costBasis)
  }

  /// What remains with the buyer, the same in every bid.
  private func remainder(
    _ futures: Int, _ seed: UInt64, _ threads: Int, _ interruption: Interruption
  ) async throws -> [Double] {
    guard let contract = bids.lazy.compactMap(\.contract.remainder).first else { return [] }
    let bid = Bid(id: contract.id, name: contract.id, contract: contract)
    let option = try Option(bid, in: event, performance: Performance(metrics: []))
    return try await samples(of: [option], assumptions, futures, seed, threads, interruption)[0]
  }

  private func todaysCosts(
    _ futures: Int, _ seed: UInt64, _ threads: Int, _ interruption: Interruption
  ) async throws -> [Double] {
    guard hasToday, let today = bids.last else { return [] }
    let option = try option(of: today, event, assumptions)
    return try await samples(of: [option], assumptions, futures, seed, threads, interruption)[0]
  }

  // MARK: - Contracts

  /// The columns that are simulated together: their service lines have the same volumes.
  private var groups: [(shares: [Double], places: [Int])] {
    let byShares = Dictionary(grouping: work.indices) { shares(of: work[$0].given) }
    return byShares.sorted { $0.value[0] < $1.value[0] }.flatMap { shares, places in
      stride(from: 0, to: places.count, by: Self.together).map { first in
        (shares, Array(places[first..<min(first + Self.together, places.count)]))
      }
    }
  }

  /// The share of each service line's volume; that of a line that is not given is not read, and is
  /// that of those that are, where they all have the same.
  private func shares(of given: [AwardColumn.Given]) -> [Double] {
    let all = Set(given.map(\.share))
    let others = all.count == 1 ? given[0].part : 1
    return event.serviceLines.map { line in
      let lot = map.lot(ofLine: line.id)
      return given.first { $0.lot == lot }?.part ?? others
    }
  }

  /// The event and what may happen with `shares` of the volumes.
  private func scaled(by shares: [Double]) -> (Event, Assumptions) {
    guard shares.contains(where: { $0 != 1 }) else { return (event, assumptions) }
    var (event, assumptions) = (event, assumptions)
    for (place, share) in shares.enumerated() {
      for month in event.serviceLines[place].baseline.indices {
        event.serviceLines[place].baseline[month] *= share
      }
      for month in assumptions.demand[place].forecast.indices {
        assumptions.demand[place].forecast[month] *= share
      }
    }
    return (event, assumptions)
  }

  private func option(
    for work: Work, _ event: Event, _ assumptions: Assumptions
  ) throws -> Option {
    let shares = Dictionary(uniqueKeysWithValues: work.given.map { ($0.lot, $0.part) })
    var bid = bids[work.bid]
    let isToday = hasToday && work.bid == bids.count - 1
    bid.contract = giving(shares, of: bid)
    if hasToday, !isToday, !bid.delays.isEmpty, var today = bids.last {
      today.contract = giving(shares, of: today)
      let baseCase = try option(of: today, event, assumptions).contract.baseCase(in: assumptions)
      bid = bid.goingLive(
        late: bid.delays, in: event, baseCase.costByMonth(horizon: event.horizon))
    }
    return try option(of: bid, event, assumptions)
  }

  private func giving(_ shares: [Int: Double], of bid: Bid) -> Contract {
    bid.contract.giving(
      shares, Belongings(map, bid.contract, event.costBasis), horizon: event.horizon)
  }

  private func option(of bid: Bid, _ event: Event, _ assumptions: Assumptions) throws -> Option {
    let performance = assumptions.performance[bid.id] ?? Performance(metrics: [])
    let option = try Option(bid, in: event, performance: performance)
    try option.contract.requireStatedPrices()
    return option
  }
}
