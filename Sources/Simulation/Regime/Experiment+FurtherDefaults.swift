import Contracts
import Settlement

extension Experiment {
  /// How often each future is settled by ``furtherDefaults(of:threads:progress:)``.
  public func furtherRuns(of option: Int) -> Int {
    options[option].contract.levelsWithCredits.count * options[option].contract.horizon
  }

  /// What one default more of each credited level costs the provider of option `option`, month by
  /// month in the first futures.
  ///
  /// The whole contract is settled anew for each of them, so what a default changes in later months
  /// counts too. Rights are exercised as they are without it.
  ///
  /// - Parameters:
  ///   - option: The position of the option.
  ///   - threads: How many tasks settle.
  ///   - progress: Is told how many futures more have been settled, each as often as it has been.
  /// - Returns: What is free; it does not hang on `threads`.
  public func furtherDefaults(
    of option: Int, threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> FurtherDefaults {
    let contract = options[option].contract
    let futures = min(futures, FurtherDefaults.futures)
    let blocks = stride(from: 0, to: futures, by: Self.blockSize).map {
      $0..<min($0 + Self.blockSize, futures)
    }
    let cases = contract.levelsWithCredits.flatMap { level in
      (1...contract.horizon).map { FurtherDefault(of: level, in: $0) }
    }
    let numbers = Numbers()
    let found = await withTaskGroup(of: [(Int, [FurtherEngine.Effect])].self) { group in
      for _ in 0..<max(1, min(threads, cases.count)) {
        group.addTask {
          let engines = blocks.map { FurtherEngine(self, option: option, futures: $0) }
          var effects: [(Int, [FurtherEngine.Effect])] = []
          while let number = numbers.next(below: cases.count) {
            effects.append((number, engines.flatMap { $0.effects(of: cases[number]) }))
            progress(futures)
          }
          return effects
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    var result = FurtherDefaults(
      futures: futures,
      levels: contract.levelsWithCredits.map {
        .init($0, horizon: contract.horizon, futures: futures)
      })
    for (number, effects) in found {
      result.levels[number / contract.horizon].add(effects, in: number % contract.horizon + 1)
    }
    return result
  }
}

extension FurtherDefaults.Level {
  /// Counts what a default more in `month` does.
  fileprivate mutating func add(_ effects: [FurtherEngine.Effect], in month: Int) {
    for (future, effect) in effects.enumerated() where effect != .none {
      openByMonth[month - 1] += 1
      open[future] += 1
      guard case .free(let step) = effect else { continue }
      freeByMonth[month - 1] += 1
      free[future] += 1
      takenBy[step, default: 0] += 1
    }
  }
}
