import Rows
import Settlement
import Synchronization

/// A sample that all threads fill, each block straight into its place.
final class SharedSample: Sendable {
  private let kept: Range<Int>
  private let sample: Mutex<Sample>

  /// Makes room for those of the futures `range` that are kept of each of `options` options.
  init(of range: Range<Int>, options: Int) {
    kept = Sample.kept(of: range)
    let room = Array(repeating: Array(repeating: 0.0, count: kept.count), count: options)
    sample = Mutex(Sample(before: room, after: room))
  }

  /// Keeps what option `option` costs in the futures from `first` on, where they are kept at all.
  func keep(_ totals: Totals, of option: Int, from first: Int) {
    guard kept.contains(first) else { return }
    let place = first - kept.lowerBound
    sample.withLock { sample in
      for lane in 0..<totals.lanes {
        sample.before[option][place + lane] = totals.cost[lane]
        sample.after[option][place + lane] = totals.cost[lane] + totals.credits[lane]
      }
    }
  }

  /// Gives the first `futures` futures away.
  func take(first futures: Int) -> Sample {
    var taken = Sample(before: [], after: [])
    sample.withLock { swap(&$0, &taken) }
    for option in taken.before.indices {
      taken.before[option].removeLast(max(0, taken.before[option].count - futures))
      taken.after[option].removeLast(max(0, taken.after[option].count - futures))
    }
    return taken
  }
}
