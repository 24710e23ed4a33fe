import Contracts
import Futures
import Quantities

/// Looks for slips in a history that could be read.
struct HistoryCheck {
  let mapping: Mapping
  let record: HistoryRecord
  let context: EventContext
  let findings: Findings

  func report(firstMonth: CalendarMonth) {
    for metric in context.metrics {
      guard let series = mapping.series.first(where: { $0.name == metric.id }) else { continue }
      if metric.link != .identity { check(metric, series) }
      if let better = series.better, better != metric.better {
        findings.note(.historyAgainstMetric(metric: metric.id, better: better))
      }
    }
    let months = Set(record.history.series.values.joined().map(\.month))
    let late = months.filter { $0 >= firstMonth }.count
    if late > 0 { findings.note(.historyIntoTerm(months: late)) }
  }

  /// Where most values of a share are none, they are in per cent; a few are left out by the fit.
  private func check(_ metric: Metric, _ series: MappedSeries) {
    let strange = record.providers.map { provider in
      let key = History.Key(provider: provider, series: metric.id)
      let values = record.history.series[key] ?? []
      return (provider, values.count, values.filter { !metric.link.reaches($0.value) }.count)
    }
    let all = strange.reduce(0) { $0 + $1.1 }
    let outside = strange.reduce(0) { $0 + $1.2 }
    if metric.link == .logit, !series.isPercent, outside > all / 2 {
      findings.add(
        series.aggregation == .ratio ? .shareOfCases(count: outside) : .percentUnit(count: outside),
        at: series.spot, path: "series/\(series.name)", found: series.name
      )
      return
    }
    let isMean = series.aggregation == .mean && series.weight == nil
    if metric.link == .logit, mapping.isAggregated, isMean || series.aggregation == .sum {
      findings.add(.denominator, at: series.spot, path: "series/\(series.name)")
    }
    for (provider, _, count) in strange where count > 0 {
      findings.note(.valuesLeftOut(provider: provider, metric: metric.id, count: count))
    }
  }
}

extension Link {
  /// Whether `value` lies in the range of the scale or on its edge.
  fileprivate func reaches(_ value: Double) -> Bool {
    switch self {
    case .logit: (0...1).contains(value)
    case .log: value > 0
    case .identity: true
    }
  }
}
