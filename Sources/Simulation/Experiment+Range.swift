import Rows

extension Experiment {
  /// Simulates the futures of `range` alone, which begins with a block.
  ///
  /// - Precondition: `range` begins at a multiple of 256 and ends at one or with the experiment.
  public func simulated(_ range: Range<Int>) -> Outcome {
    precondition(
      range.lowerBound.isMultiple(of: Lanes.count)
        && (range.upperBound.isMultiple(of: Lanes.count) || range.upperBound == futures),
      "a range of futures is made of whole blocks")
    let origins = options.map { $0.contract.origin(in: assumptions) }
    let engine = Engine(self, origins: origins)
    for first in stride(from: range.lowerBound, to: range.upperBound, by: Lanes.count) {
      engine.run(block: first / Lanes.count)
    }
    var outcome = engine.outcome
    for block in engine.samples {
      for option in options.indices {
        outcome.sample.before[option] += block.before[option]
        outcome.sample.after[option] += block.after[option]
      }
    }
    return outcome
  }
}

extension Outcome {
  /// Adds the futures of `next`, which follow this outcome's.
  public mutating func append(_ next: Outcome) {
    merge(next)
    let room = Sample.capacity - sample.futures
    for option in options.indices where room > 0 {
      sample.before[option] += next.sample.before[option].prefix(room)
      sample.after[option] += next.sample.after[option].prefix(room)
    }
  }
}

extension Experiment {
  /// An outcome without futures, to which those of ranges are added.
  public var emptyOutcome: Outcome {
    emptyOutcome(origins: options.map { $0.contract.origin(in: assumptions) })
  }
}
