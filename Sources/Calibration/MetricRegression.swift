import Futures
import Quantities

/// The regression of one metric on its level, a trend or none, and the surprises of demand.
struct MetricRegression {
  /// The least months that a metric has in common with a service line's demand.
  static let leastOverlap = 18

  /// The least months for a trend.
  static let leastForTrend = 12

  let law: Autoregression
  let regression: Regression
  let hasTrend: Bool
  let lines: [String]
  private(set) var warnings: [FitWarning] = []

  /// A month without a surprise counts as one without a surprise of demand, 0: it says nothing on
  /// the link and keeps its word on level and persistence.
  init(_ series: MonthlySeries, surprises: [String: [CalendarMonth: Double]], hasTrend: Bool) {
    self.hasTrend = hasTrend
    var columns = [series.values.map { _ in 1.0 }]
    if hasTrend { columns.append(series.yearsFromEnd) }
    var lines: [String] = []
    for line in surprises.keys.sorted() {
      let known = surprises[line] ?? [:]
      let overlap = series.months.filter { known[$0] != nil }.count
      guard overlap >= Self.leastOverlap, series.count - columns.count > FitFailure.least else {
        warnings.append(.tooShortForDemandLink(serviceLine: line, months: overlap))
        continue
      }
      lines.append(line)
      columns.append(series.months.map { known[$0] ?? 0 })
    }
    self.lines = lines
    regression = Regression(of: series.values, on: columns)
    law = Autoregression(regression, of: series.values, positions: series.positions)
    let start = hasTrend ? 2 : 1
    for (index, line) in lines.enumerated() where regression.weights[start + index] == nil {
      warnings.append(.demandLinkUndetermined(serviceLine: line))
    }
    warnings += law.warnings
  }

  var level: Parameter { parameter(0) ?? Parameter(0) }

  var trend: Parameter { (hasTrend ? parameter(1) : nil) ?? Parameter(0) }

  var isTrendClear: Bool { hasTrend && abs(trend.estimate) > 2 * trend.error }

  var demandLinks: [String: Parameter] {
    var links: [String: Parameter] = [:]
    for (index, line) in lines.enumerated() { links[line] = parameter(index + (hasTrend ? 2 : 1)) }
    return links
  }

  /// The residuals in units of the stationary spread.
  var states: [Double] {
    let spread = law.spread.estimate
    return regression.residuals.map { spread > 0 ? $0 / spread : 0 }
  }

  private func parameter(_ index: Int) -> Parameter? {
    guard let weights = regression.weights[index] else { return nil }
    return Parameter(regression.coefficient(index), error: law.error(of: weights))
  }
}
