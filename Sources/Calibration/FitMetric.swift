import Futures
import Quantities

/// The observations of a metric on its link scale.
struct LinkedSeries {
  private(set) var series: MonthlySeries
  private(set) var warnings: [FitWarning] = []

  /// Shares are clipped to `1/(2n)…1 − 1/(2n)` where n cases are known, half a case from the ends;
  /// otherwise to 0.0005…0.9995, the same for a thousand cases **[assumption]**.
  init(_ observations: [History.Observation], link: Link) {
    let usable = observations.filter { observation in
      link.admits(observation.value) && (link != .log || observation.value > 0)
        && (observation.sample ?? 1) > 0
    }
    var clipped = 0
    series = MonthlySeries(usable) { observation in
      guard link == .logit else { return link.scaled(observation.value) }
      let margin = min(0.5 / max(observation.sample ?? 1_000, 1), 0.5)
      let value = min(max(observation.value, margin), 1 - margin)
      clipped += value == observation.value ? 0 : 1
      return link.scaled(value)
    }
    if usable.count < observations.count {
      warnings.append(.leftOut(count: observations.count - usable.count))
    }
    if clipped > 0 { warnings.append(.clipped(count: clipped)) }
  }
}

/// Fits one metric; the trend stays where it is beyond two standard errors.
func fitMetric(
  _ metric: String, link: Link, _ linked: LinkedSeries,
  surprises: [String: [CalendarMonth: Double]], firstMonth: CalendarMonth
) -> MetricFit {
  let series = linked.series
  let isLong = series.count >= MetricRegression.leastForTrend
  let trended = MetricRegression(series, surprises: surprises, hasTrend: isLong)
  let isKept = trended.isTrendClear
  let fit =
    isLong && !isKept
    ? MetricRegression(series, surprises: surprises, hasTrend: false) : trended
  return MetricFit(
    metric: metric, link: link, months: series.count, lastMonth: series.months[series.count - 1],
    level: fit.level, spread: fit.law.spread, persistence: fit.law.persistence,
    trend: trended.trend.estimate, trendError: trended.trend.error, isTrendKept: isKept,
    demandLinks: fit.demandLinks,
    states: Dictionary(uniqueKeysWithValues: zip(series.months, fit.states)),
    warnings: series.warnings + linked.warnings + series.warning(before: firstMonth) + fit.warnings
  )
}
