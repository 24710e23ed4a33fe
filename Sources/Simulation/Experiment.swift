public import Contracts
public import Futures
import Rows
import Settlement
import Synchronization

/// Many futures over all options, on common random numbers.
///
/// The outcome is a function of the experiment alone: not of threads, of the order of blocks, or
/// of the other options.
public struct Experiment: Sendable {
  /// The options that are compared.
  public var options: [Option]

  /// The position among ``options`` of today's operation, or nothing.
  public var baseline: Int?

  /// What may happen.
  public let assumptions: Assumptions

  /// The cost by which options are compared.
  public let basis: CostBasis

  /// The number of futures, at least 1.
  public let futures: Int

  /// The seed of all random numbers.
  public let seed: UInt64

  /// The controls that lower the error of means.
  public let controls: ControlPlan

  /// Creates an experiment of `futures` futures.
  ///
  /// - Precondition: `1 ≤ futures ≤ 2³²` and there is an option.
  public init(
    options: [Option], baseline: Int? = nil, assumptions: Assumptions, basis: CostBasis,
    futures: Int, seed: UInt64
  ) {
    precondition((1...(1 << 32)).contains(futures), "an experiment has 1 to 2³² futures")
    precondition(!options.isEmpty, "an experiment compares at least one option")
    self.options = options
    controls = ControlPlan(options, assumptions)
    self.baseline = baseline
    self.assumptions = assumptions
    self.basis = basis
    self.futures = futures
    self.seed = seed
    for position in self.options.indices {
      LeavingReview.decide(for: &self.options[position], assumptions, seed: seed)
    }
  }

  /// Simulates all futures on `threads` tasks.
  ///
  /// `progress` is told the number of futures done.
  public func run(
    threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Outcome {
    let origins = options.map { $0.contract.origin(in: assumptions) }
    let next = NextBlock()
    let parts = await withTaskGroup(of: Part.self) { group in
      for _ in 0..<max(1, min(threads, blocks)) {
        group.addTask { simulate(next, origins: origins, progress) }
      }
      return await group.reduce(into: [Part]()) { $0.append($1) }
    }
    return merged(parts, origins: origins)
  }

  private var blocks: Int { (futures + Lanes.count - 1) / Lanes.count }

  /// Takes blocks until none is left.
  private func simulate(
    _ next: NextBlock, origins: [Double], _ progress: @Sendable (Int) -> Void
  ) -> Part {
    let engine = Engine(self, origins: origins)
    while let block = next.take(of: blocks) {
      engine.run(block: block)
      progress(min(futures, (block + 1) * Lanes.count))
    }
    return Part(outcome: engine.outcome, samples: engine.samples)
  }

  private func merged(_ parts: [Part], origins: [Double]) -> Outcome {
    var outcome = emptyOutcome(origins: origins)
    for part in parts { outcome.merge(part.outcome) }
    for block in parts.flatMap(\.samples).sorted(by: { $0.block < $1.block }) {
      for option in options.indices {
        outcome.sample.before[option] += block.before[option]
        outcome.sample.after[option] += block.after[option]
      }
    }
    return outcome
  }

  func draws(firstFuture: Int, replicate: UInt32 = 0) -> Draws {
    Draws(seed: seed, replicate: replicate, firstFuture: UInt32(truncatingIfNeeded: firstFuture))
  }

  func emptyOutcome(origins: [Double]) -> Outcome {
    let pairs = options.indices.flatMap { first in
      options.indices.filter { $0 > first }.map { second in
        PairTally(origin: origins[first] - origins[second])
      }
    }
    return Outcome(
      futures: 0, basis: basis,
      options: zip(options, origins).map { OptionTally(for: $0.contract, origin: $1) },
      pairs: pairs, controls: ControlTally(controls, options: options.count),
      sample: Sample(before: options.map { _ in [] }, after: options.map { _ in [] }))
  }
}

/// What one thread leaves.
private struct Part: Sendable {
  var outcome: Outcome
  var samples: [Engine.BlockSample]
}

/// Hands out block numbers.
private final class NextBlock: Sendable {
  private let number = Atomic<Int>(0)

  func take(of blocks: Int) -> Int? {
    let block = number.add(1, ordering: .relaxed).oldValue
    return block < blocks ? block : nil
  }
}

extension Outcome {
  /// Adds the tallies of `other`; the sample is put together in block order by the caller.
  mutating func merge(_ other: Outcome) {
    futures += other.futures
    controls.merge(other.controls)
    for option in options.indices { options[option].merge(other.options[option]) }
    for pair in pairs.indices { pairs[pair].merge(other.pairs[pair]) }
  }
}

extension ResolvedContract {
  /// A number near the contract's mean cost: its base case in whole currency units.
  func origin(in assumptions: Assumptions) -> Double {
    baseCase(in: assumptions).total(in: self) { $0 != .credit }.rounded()
  }
}
