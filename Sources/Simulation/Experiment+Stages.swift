extension Experiment {
  /// Simulates up to each of `stages` in turn, and ends with the first whose outcome is enough.
  ///
  /// The outcome is that of one run of as many futures, whatever the stages.
  ///
  /// - Precondition: The stages lie in the experiment, and all but the last are multiples of
  ///   ``blockSize``.
  /// - Parameters:
  ///   - stages: Numbers of futures, ascending.
  ///   - threads: How many tasks simulate.
  ///   - interruption: Ends the run with the blocks that are being simulated.
  ///   - progress: Is told the number of futures done.
  ///   - isEnough: Whether an outcome needs no further stage.
  /// - Returns: The outcome of the last stage that was reached, or of the futures until the
  ///   interruption.
  public func run(
    stages: some Sequence<Int>, threads: Int, interruption: Interruption = Interruption(),
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    until isEnough: (Outcome) -> Bool
  ) async -> Outcome {
    var outcome = emptyOutcome(origins: origins)
    for end in stages where end > outcome.futures {
      let begun = outcome.futures
      outcome.append(
        await run(begun..<end, threads: threads, interruption: interruption) {
          progress(begun + $0)
        })
      guard outcome.futures == end, !isEnough(outcome) else { break }
    }
    return outcome
  }
}
