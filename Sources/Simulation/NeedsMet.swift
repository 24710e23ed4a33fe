public import Contracts
import Crew
import Futures
import Quantities
import Rows
import Settlement

/// In how many months each provider reaches what the buyer needs, future by future.
///
/// The months from the event's go-live on count, of each need alike, and the attainment is the true
/// one, as for the loss from poor service. A bid that goes live late and a contract that ends change
/// nothing in it: it is the provider that is judged **[assumption]**.
public struct NeedsMet: Sendable, Equatable {
  /// The share of months and needs that are met, by option and future.
  ///
  /// It is not a number for an option of which nothing is known.
  public private(set) var shares: [[Double]]

  /// The futures, from the first.
  public var futures: Int { shares.first?.count ?? 0 }

  /// The means over the futures, by option.
  public var means: [Double] {
    shares.map { $0.reduce(0, +) / Double($0.count) }
  }

  /// Creates the record of no future.
  init(options: Int) { shares = Array(repeating: [], count: options) }

  fileprivate mutating func append(_ more: [[Double]]) {
    for (place, values) in more.enumerated() { shares[place] += values }
  }
}

extension Experiment {
  /// In how many months each option's provider meets `needs` in the first futures that are sampled,
  /// of `futures` in all.
  ///
  /// The futures are those of the simulation: nothing is settled, so that this takes a part of its
  /// time. The result is a function of the experiment alone.
  ///
  /// - Parameters:
  ///   - needs: What the buyer needs, at least one.
  ///   - futures: How many futures were simulated.
  ///   - known: What is known of the first of them already.
  /// - Returns: The record of the first `futures` futures, and of 131,072 at most.
  public func needsMet(
    _ needs: [Criterion.Need], futures: Int, beyond known: NeedsMet? = nil
  ) -> NeedsMet {
    var record = known ?? NeedsMet(options: options.count)
    let end = min(futures, Sample.capacity)
    // What was left off within a block is found anew.
    guard record.futures < end else { return record }
    if !record.futures.isMultiple(of: Self.blockSize) { record = NeedsMet(options: options.count) }
    let blocks = (record.futures / Self.blockSize)..<((end + Self.blockSize - 1) / Self.blockSize)
    let crews = (blocks.count + 15) / 16
    let parts = (0..<crews).mapSideBySide { crew in
      let own = blocks.dropFirst(crew * 16).prefix(16)
      let walk = NeedsWalk(self, needs)
      return own.map { walk.shares(inBlock: $0, end: end) }
    }
    for block in parts.joined() { record.append(block) }
    return record
  }
}

/// A need as it stands on a provider's path.
private struct Bound {
  /// The place of the metric.
  let metric: Int
  let isHigherBetter: Bool

  /// The level on the metric's link scale.
  let level: Double

  /// Nothing where the contract does not know the metric.
  init?(_ need: Criterion.Need, of contract: ResolvedContract) {
    guard let place = contract.metrics.firstIndex(where: { $0.id == need.metric }) else {
      return nil
    }
    metric = place
    isHigherBetter = contract.metrics[place].better == .higher
    level = contract.metrics[place].link.scaled(need.level)
  }
}

/// Walks through blocks of futures with all providers.
private final class NeedsWalk {
  private let experiment: Experiment
  private let arena = Arena()
  private let world: World
  private let sampler: WorldSampler
  private let paths: [ProviderPath]

  /// Each option's needs; nothing where one of them is of an unknown metric.
  private let bounds: [[Bound]?]
  private let met: Row
  private let work: Row

  init(_ experiment: Experiment, _ needs: [Criterion.Need]) {
    self.experiment = experiment
    let assumptions = experiment.assumptions
    let (arena, world) = (arena, World(for: assumptions, in: arena))
    self.world = world
    sampler = WorldSampler(assumptions, filling: world, in: arena)
    paths = experiment.options.map { option in
      ProviderPath(
        sampling: option.performance, of: option.bid.id, in: world, assumptions: assumptions,
        uniforms: [], arena: arena)
    }
    bounds = experiment.options.map { option in
      let found = needs.compactMap { Bound($0, of: option.contract) }
      return found.count == needs.count && !needs.isEmpty ? found : nil
    }
    met = arena.row()
    work = arena.row()
  }

  /// The share of months and needs that are met, by option and future of the block before `end`.
  func shares(inBlock block: Int, end: Int) -> [[Double]] {
    let first = block * Lanes.count
    let lanes = min(Lanes.count, end - first)
    let draws = experiment.draws(firstFuture: first)
    sampler.fill(at: draws)
    return paths.indices.map { option in
      guard let bounds = bounds[option] else { return Array(repeating: .nan, count: lanes) }
      paths[option].begin(at: draws)
      count(bounds, on: paths[option])
      return (0..<lanes).map { met[$0] }
    }
  }

  private func count(_ bounds: [Bound], on path: ProviderPath) {
    met.fill(0)
    let goLive = experiment.assumptions.goLive
    for month in 1...world.horizon {
      path.advance(to: month)
      guard month >= goLive else { continue }
      for bound in bounds {
        guard case .scaled(let attained) = path.attainment(bound.metric) else { continue }
        work.widen(attained)
        work.indicator(of: work, bound.isHigherBetter ? .atLeast : .atMost, bound.level)
        met.add(work)
      }
    }
    let months = world.horizon - goLive + 1
    met.multiply(by: 1 / Double(months * bounds.count))
  }
}
