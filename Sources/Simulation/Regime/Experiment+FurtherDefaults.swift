import Contracts
import Settlement

extension Experiment {
  /// How often a block is settled by ``furtherDefaults(of:threads:progress:)``.
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
    let lanes = min(futures, FurtherDefaults.futures)
    let cases = contract.levelsWithCredits.flatMap { level in
      (1...contract.horizon).map { FurtherDefault(of: level, in: $0) }
    }
    let numbers = Numbers()
    let found = await withTaskGroup(of: [(Int, [FurtherEngine.Effect])].self) { group in
      for _ in 0..<max(1, min(threads, cases.count)) {
        group.addTask {
          let engine = FurtherEngine(self, option: option, lanes: lanes)
          var effects: [(Int, [FurtherEngine.Effect])] = []
          while let number = numbers.next(below: cases.count) {
            effects.append((number, engine.effects(of: cases[number])))
            progress(lanes)
          }
          return effects
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    var result = FurtherDefaults(
      futures: lanes,
      levels: contract.levelsWithCredits.map {
        .init($0, horizon: contract.horizon, futures: lanes)
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
