public import Futures

/// What a provider's history says of its metrics.
public struct PerformanceFit: Hashable, Sendable {
  /// The provider as the history names it.
  public var provider: String

  /// The metrics that have a fit, in the order asked for.
  public var rows: [MetricFit]

  /// The drivers of ``rows``, in the same order, and the correlation of their innovations.
  public var performance: Performance

  /// What a reader should know beyond the warnings of single ``rows``.
  public var warnings: [FitWarning]

  /// The same fit with the share of each metric's innovation that providers have in common; a
  /// metric without a share keeps its own.
  ///
  /// - Precondition: every share lies within 0…1.
  public func sharing(_ shares: [String: Double]) -> PerformanceFit {
    precondition(
      shares.values.allSatisfy((0...1).contains), "a share of variance lies within 0…1"
    )
    var copy = self
    for index in copy.performance.metrics.indices {
      guard let share = shares[copy.performance.metrics[index].metric] else { continue }
      copy.performance.metrics[index].commonShare = share
    }
    return copy
  }
}
