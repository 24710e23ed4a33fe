public import Futures
public import Quantities

/// Fits the metrics of a provider to its history.
///
/// A metric without enough history is left out with a warning. The order of the observations does
/// not matter and months may be missing.
///
/// - Parameters:
///   - provider: The provider as the history names it.
///   - metrics: The metrics and their links, in the order wanted.
///   - observations: The observations of each metric.
///   - demandSurprises: The surprises of each service line, as ``DemandFit/surprises`` has them.
///   - firstMonth: The calendar month of contract month 1.
/// - Returns: The fits of the metrics, their drivers and the correlation of their innovations.
public func fitPerformance(
  provider: String, metrics: [(id: String, link: Link)],
  observations: [String: [History.Observation]],
  demandSurprises: [String: [CalendarMonth: Double]] = [:], firstMonth: CalendarMonth
) -> PerformanceFit {
  var rows: [MetricFit] = []
  var warnings: [FitWarning] = []
  for (id, link) in metrics {
    let linked = LinkedSeries(observations[id] ?? [], link: link)
    guard linked.series.count >= FitFailure.least else {
      warnings.append(.tooShortForMetric(metric: id, months: linked.series.count))
      continue
    }
    rows.append(
      fitMetric(id, link: link, linked, surprises: demandSurprises, firstMonth: firstMonth)
    )
  }
  let (correlation, unknown) = innovationCorrelation(of: rows)
  return PerformanceFit(
    provider: provider, rows: rows,
    performance: Performance(
      metrics: rows.map { $0.driver(firstMonth: firstMonth) }, correlation: correlation
    ),
    warnings: warnings + unknown
  )
}
