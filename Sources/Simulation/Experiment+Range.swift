import Rows

extension Experiment {
  /// Simulates the futures of `range` on this thread alone.
  ///
  /// - Precondition: `range` lies in the experiment and begins at a multiple of ``blockSize``.
  public func simulated(_ range: Range<Int>) -> Outcome {
    precondition(range.lowerBound >= 0 && range.upperBound <= futures, "a part is of the whole")
    precondition(range.lowerBound.isMultiple(of: Self.blockSize), "a part begins with a block")
    let sample = SharedSample(of: range, options: options.count)
    let engine = Engine(self, origins: origins, end: range.upperBound, sample: sample)
    for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockSize) {
      engine.run(block: first / Self.blockSize)
    }
    var outcome = engine.outcome
    outcome.range = range
    outcome.sample = sample.sample(first: range.count)
    return outcome
  }

  /// An outcome without futures, to which those of ranges are added.
  public var emptyOutcome: Outcome { emptyOutcome(origins: origins) }
}
