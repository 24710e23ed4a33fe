import Decision
public import Reporting
import Simulation

extension Evaluation {
  /// How many futures are simulated with each input drawn anew where nothing else is asked.
  public static let designFutures = 4_096

  /// The report with what matters for the costs of its bids, and what knowing it is worth.
  ///
  /// - Parameters:
  ///   - report: A report of this evaluation.
  ///   - designFutures: How many futures are simulated with each input drawn anew, or nothing for
  ///     ``designFutures``.
  ///   - threads: How many threads simulate.
  /// - Returns: The report, which says so in a section of its own.
  public func findingWhatMatters(
    in report: RankReport, designFutures: Int? = nil, threads: Int = 2
  ) -> RankReport {
    var copy = report
    copy.inputs = report.comparison.inputStudy(
      of: experiment, designFutures: designFutures ?? Self.designFutures, threads: threads)
    return copy
  }
}
