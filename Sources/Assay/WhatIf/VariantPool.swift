import Contracts
import Crew
import Decision
import Futures
import Settlement
import Simulation

/// Simulates the options of variations, each different one once.
actor VariantPool {
  /// What tells one option from another: everything that its outcome depends on.
  private struct Key: Hashable {
    var bid: Bid
    var performance: Performance
    var assumptions: Int
    var followsIndices: Bool
  }

  private let futures: Int
  private let seed: UInt64
  private let threads: Int
  private let basis: CostBasis
  private let progress: @Sendable (Int) -> Void
  private var known: [Assumptions] = []
  private var outcomes: [Key: OptionOutcome] = [:]
  private var reviewed: [Key: Option] = [:]
  private var rest: [Key: Int] = [:]
  private var done = 0

  /// How many options were simulated.
  private(set) var simulated = 0

  init(
    _ laboratory: Laboratory, threads: Int, progress: @escaping @Sendable (Int) -> Void
  ) {
    futures = laboratory.futures
    seed = laboratory.seed
    basis = laboratory.dossier.event.costBasis
    self.threads = threads
    self.progress = progress
  }

  /// Takes it that `variations` will be asked for: in which months the buyer would leave is decided for
  /// all of them side by side, and what is asked for by none any more is dropped.
  func prepare(_ variations: [Variation]) {
    var fresh: [(key: Key, option: Option, assumptions: Assumptions)] = []
    for variation in variations {
      for (key, option) in zip(keys(of: variation), variation.options) {
        rest[key, default: 0] += 1
        guard reviewed[key] == nil, outcomes[key] == nil else { continue }
        reviewed[key] = option
        fresh.append((key, option, variation.assumptions))
      }
    }
    for known in known {
      let asked = fresh.filter { $0.assumptions == known }
      let decided = Option.reviewed(asked.map(\.option), known, seed: seed)
      for ((key, _, _), option) in zip(asked, decided) { reviewed[key] = option }
    }
  }

  /// What is left of each option of `variation`.
  func run(_ variation: Variation) async -> WhatIfRun {
    let keys = keys(of: variation)
    let missing = keys.indices.filter { outcomes[keys[$0]] == nil }
    if let first = missing.first {
      let experiment = Experiment(
        options: missing.map { reviewed[keys[$0]] ?? variation.options[$0] },
        assumptions: variation.assumptions, basis: basis, futures: futures, seed: seed,
        followsIndices: keys[first].followsIndices)
      let outcome = await experiment.run(threads: threads) { [progress, done] in
        progress(done + $0)
      }
      let parts = missing.indices.mapSideBySide { OptionOutcome($0, of: outcome) }
      for (part, option) in zip(parts, missing) { outcomes[keys[option]] = part }
      simulated += missing.count
    }
    done += futures
    progress(done)
    let run = WhatIfRun(
      options: variation.options, outcomes: keys.compactMap { outcomes[$0] })
    for key in keys { drop(key) }
    return run
  }

  private func drop(_ key: Key) {
    rest[key, default: 0] -= 1
    guard rest[key] == 0 else { return }
    outcomes[key] = nil
    reviewed[key] = nil
  }

  /// Tells the options of `variation` apart from those of others.
  private func keys(of variation: Variation) -> [Key] {
    if !known.contains(variation.assumptions) { known.append(variation.assumptions) }
    let place = known.firstIndex(of: variation.assumptions) ?? 0
    let isIndexed = variation.options.contains(where: \.contract.isIndexed)
    return variation.options.map {
      Key(
        bid: $0.bid, performance: $0.performance, assumptions: place, followsIndices: isIndexed)
    }
  }
}
