import Crew
import Rows
import Settlement

/// A sample that all threads fill, each block straight into its place.
struct SharedSample: Sendable {
  private let kept: Range<Int>
  private let before: [Column]
  private let after: [Column]

  /// Makes room for those of the futures `range` that are kept of each of `options` options.
  init(of range: Range<Int>, options: Int) {
    let kept = Sample.kept(of: range)
    self.kept = kept
    let columns = (0..<(2 * options)).mapSideBySide { _ in Column(count: kept.count) }
    before = Array(columns[..<options])
    after = Array(columns[options...])
  }

  /// Keeps what option `option` costs in the futures from `first` on, where they are kept at all;
  /// `work` is overwritten.
  func keep(_ totals: Totals, of option: Int, from first: Int, work: Row) {
    guard kept.contains(first) else { return }
    before[option].store(totals.cost, lanes: totals.lanes, at: first - kept.lowerBound)
    work.copy(totals.cost)
    work.add(totals.credits)
    after[option].store(work, lanes: totals.lanes, at: first - kept.lowerBound)
  }

  /// The sample of the first `futures` futures of the range, once they are all kept.
  func sample(first futures: Int) -> Sample {
    let count = min(futures, kept.count)
    return Sample(
      before: before.map { $0.values(first: count) }, after: after.map { $0.values(first: count) })
  }
}
