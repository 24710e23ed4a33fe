import Contracts
import Crew
public import Futures
import Rows
import Settlement

/// What one option comes to in each of some futures, in present values.
public struct ProviderOutcome: Hashable, Sendable {
  /// What is owed to the provider before credits and bonuses, by future.
  public var charges: [Double]

  /// Credits and bonuses, by future: below 0 where the buyer is owed.
  public var credits: [Double]

  /// The buyer's cost before credits, with its own loss from poor service, by future.
  public var cost: [Double]

  /// The buyer's cost after credits, by future.
  public var costAfterCredits: [Double] { zip(cost, credits).map(+) }
}

/// Futures that are kept, to settle one option in them over and over: the first of an experiment.
public struct HeldFutures: Sendable {
  /// The number of futures.
  public let count: Int

  private let assumptions: Assumptions
  private let held: HeldWorlds

  /// Keeps the first `count` futures of `assumptions` with `seed`.
  ///
  /// - Precondition: there is a future.
  public init(_ count: Int, of assumptions: Assumptions, seed: UInt64) {
    precondition(count > 0, "there is a future")
    self.count = count
    self.assumptions = assumptions
    held = HeldWorlds(count, of: assumptions, seed: seed)
  }

  /// Settles `option` in every future.
  public func outcome(of option: Option) -> ProviderOutcome {
    let blocks = held.worlds.indices.mapSideBySide { outcome(of: option, inBlock: $0) }
    return ProviderOutcome(
      charges: blocks.flatMap(\.charges), credits: blocks.flatMap(\.credits),
      cost: blocks.flatMap(\.cost))
  }

  private func outcome(of option: Option, inBlock block: Int) -> ProviderOutcome {
    let arena = Arena()
    let world = held.worlds[block]
    let lanes = min(Lanes.count, count - block * Lanes.count)
    let path = ProviderPath(
      sampling: option.performance, of: option.bid.id, in: world, assumptions: assumptions,
      uniforms: option.contract.uniforms, arena: arena)
    path.begin(at: held.draws[block])
    let totals = ProviderTotals(for: option.contract, in: arena)
    totals.begin(lanes: lanes)
    option.contract.settle(in: world, along: path, into: totals, arena: arena)
    let values = { (row: Row) in (0..<lanes).map { row[$0] } }
    return ProviderOutcome(
      charges: values(totals.charges), credits: values(totals.buyer.credits),
      cost: values(totals.buyer.cost))
  }
}

extension Option {
  /// The option whose provider raises every metric by `effort` of its own monthly spreads, in the
  /// metric's better direction, from the first month on.
  public func trying(_ effort: Double) -> Option {
    let shifts = zip(performance.metrics, contract.metrics).map { driver, metric in
      effort * driver.spread.estimate * (metric.better == .higher ? 1 : -1)
    }
    return performing(as: performance.shifted(by: shifts))
  }
}
