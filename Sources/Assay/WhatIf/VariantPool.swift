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

    /// Whether one experiment can hold both.
    func isSimulated(with other: Key) -> Bool {
      assumptions == other.assumptions && followsIndices == other.followsIndices
    }
  }

  /// A variation that was asked for and has not been handed out.
  private struct Asked {
    var variation: Variation
    var keys: [Key]
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
  private var ahead: [Asked] = []
  private var done = 0
  /// The futures of variations all of whose options are simulated, handed out or ahead.
  private var ready = 0

  /// How many options are simulated at once, where one variation has no more: variants of a bid
  /// share what its provider draws.
  private static let together = 24

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

  /// Takes it that `variations` will be handed out, after those that were asked for before.
  ///
  /// In which months the buyer would leave is decided for all of them side by side.
  func prepare(_ variations: [Variation]) {
    var fresh: [(key: Key, option: Option, assumptions: Assumptions)] = []
    for variation in variations {
      let asked = Asked(variation: variation, keys: keys(of: variation))
      ahead.append(asked)
      for (key, option) in zip(asked.keys, variation.options) {
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

  /// Keeps the outcomes of `variation`, which is prepared, also when nothing ahead asks for them.
  func keep(_ variation: Variation) {
    for key in keys(of: variation) { rest[key, default: 0] += 1 }
  }

  /// What is left of each option of the next variation; outcomes for which none ahead asks are
  /// dropped.
  ///
  /// - Precondition: a variation is ahead.
  func next() async -> WhatIfRun {
    precondition(!ahead.isEmpty, "what is handed out has been prepared")
    let missing = ahead[0].keys.filter { outcomes[$0] == nil }
    if let first = missing.first {
      await simulate(missing + further(like: first, besides: missing))
    }
    let asked = ahead.removeFirst()
    done += futures
    progress(max(done, ready))
    let run = WhatIfRun(
      options: asked.variation.options, outcomes: asked.keys.compactMap { outcomes[$0] })
    for key in asked.keys { drop(key) }
    return run
  }

  /// The options of the variations ahead that can be simulated with `key` and the other `missing`
  /// ones, as many as are simulated at once.
  private func further(like key: Key, besides missing: [Key]) -> [Key] {
    var found: [Key] = []
    for asked in ahead.dropFirst() {
      let fresh = asked.keys.filter {
        outcomes[$0] == nil && !missing.contains($0) && !found.contains($0)
      }
      guard missing.count + found.count + fresh.count <= Self.together,
        fresh.allSatisfy({ $0.isSimulated(with: key) })
      else { break }
      found += fresh
    }
    return found
  }

  private func simulate(_ keys: [Key]) async {
    let options = keys.compactMap { reviewed[$0] }
    precondition(options.count == keys.count, "what is simulated has been prepared")
    let experiment = Experiment(
      options: options, assumptions: ahead[0].variation.assumptions, basis: basis,
      futures: futures, seed: seed, extent: .part(followsIndices: keys[0].followsIndices))
    let covered = ahead.prefix { asked in
      asked.keys.allSatisfy { outcomes[$0] != nil || keys.contains($0) }
    }.count
    let outcome = await experiment.run(threads: threads) { [progress, done] in
      progress(done + covered * $0)
    }
    let parts = keys.indices.mapSideBySide { OptionOutcome($0, of: outcome) }
    for (key, part) in zip(keys, parts) { outcomes[key] = part }
    simulated += keys.count
    ready = done + covered * futures
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
