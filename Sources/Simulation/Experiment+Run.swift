import Rows
import Synchronization

extension Experiment {
  /// The futures that are simulated together: a part of an experiment begins at a multiple of it.
  public static let blockSize = Lanes.count

  /// An outcome without futures, to which those of ranges are appended.
  public var emptyOutcome: Outcome { emptyOutcome(origins: origins) }

  /// Simulates all futures on `threads` tasks.
  ///
  /// `progress` is told the number of futures done.
  public func run(
    threads: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Outcome {
    await run(0..<futures, threads: threads, progress: progress)
  }

  /// Simulates the futures `range` on `threads` tasks.
  ///
  /// Blocks are taken in order and every block that is taken is finished. So an outcome that was
  /// interrupted holds the first futures of `range` without a gap, and is the outcome of these.
  ///
  /// - Precondition: `range` lies in the experiment and begins at a multiple of ``blockSize``.
  /// - Parameters:
  ///   - range: The futures, by number.
  ///   - threads: How many tasks simulate.
  ///   - interruption: Ends the run with the blocks that are being simulated.
  ///   - progress: Is told how many of the futures of `range` are done.
  /// - Returns: The outcome of `range`, or of the first of its futures.
  public func run(
    _ range: Range<Int>, threads: Int, interruption: Interruption = Interruption(),
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> Outcome {
    precondition(range.lowerBound >= 0 && range.upperBound <= futures, "a part is of the whole")
    precondition(range.lowerBound.isMultiple(of: Self.blockSize), "a part begins with a block")
    let (origins, variants) = (origins, variants)
    let sample = SharedSample(of: range, options: options.count)
    let queue = BlockQueue(of: range, until: interruption)
    var outcome = await withTaskGroup(of: Outcome.self) { group in
      for _ in 0..<max(1, min(threads, queue.blocks.count)) {
        group.addTask {
          let engine = Engine(
            self, variants, origins: origins, end: range.upperBound, sample: sample,
            isRecording: queue.blocks.count > threads)
          while let block = queue.next() {
            engine.run(block: block)
            progress(min((block + 1) * Self.blockSize, range.upperBound) - range.lowerBound)
          }
          return engine.outcome
        }
      }
      return await group.reduce(into: nil as Outcome?) { whole, part in
        if whole == nil { whole = part } else { whole?.addTallies(of: part) }
      } ?? emptyOutcome(origins: origins)
    }
    outcome.range = range.lowerBound..<queue.end
    outcome.sample = sample.sample(first: outcome.futures)
    return outcome
  }
}

/// Hands out the blocks of a range in order.
private final class BlockQueue: Sendable {
  let blocks: Range<Int>
  private let range: Range<Int>
  private let interruption: Interruption
  private let number: Atomic<Int>

  init(of range: Range<Int>, until interruption: Interruption) {
    self.range = range
    self.interruption = interruption
    let (size, first) = (Experiment.blockSize, range.lowerBound)
    blocks = (first / size)..<((range.upperBound + size - 1) / size)
    number = Atomic(blocks.lowerBound)
  }

  /// The next block; nothing where none is left or the run is to end.
  func next() -> Int? {
    guard !interruption.isRequested else { return nil }
    let block = number.add(1, ordering: .relaxed).oldValue
    return blocks.contains(block) ? block : nil
  }

  /// The future after the last one that was handed out.
  var end: Int {
    let next = min(number.load(ordering: .relaxed), blocks.upperBound)
    return min(max(next * Experiment.blockSize, range.lowerBound), range.upperBound)
  }
}
