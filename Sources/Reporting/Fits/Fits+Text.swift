import Calibration
import Futures
import Quantities

extension Parameter {
  /// The coefficient, with its standard error where it is uncertain on its own scale.
  fileprivate var words: String {
    guard error > 0, scale == .identity else { return estimate.coefficient }
    return "\(estimate.coefficient) ±\(error.coefficient)"
  }
}

extension DemandFit {
  var summary: String {
    """
    \(serviceLine): \(months.of("month")) to \(lastMonth), level \(level.coefficient), lag-1 \
    \(persistence.estimate.coefficient), spread \(spread.estimate.percent(places: 1)) a month.
    """
  }

  var cells: [String] {
    [
      serviceLine, months.figure, "\(lastMonth)",
      "\(level.coefficient) ±\(levelError.percent(places: 1))",
      "\(trend.percent(places: 1)) ±\(trendError.percent(places: 1))",
      spread.estimate.percent(places: 1), persistence.words,
      span((season.min() ?? 1).figure(places: 2), (season.max() ?? 1).figure(places: 2)),
    ]
  }
}

extension PerformanceFit {
  func summary(of option: String) -> String {
    let months = rows.map(\.months)
    guard let least = months.min(), let most = months.max() else {
      return "\(option): nothing could be fitted."
    }
    let span = least == most ? most.of("month") : "\(least) to \(most.of("month"))"
    return "\(option), in the history \(provider): \(rows.count.of("metric")) over \(span)."
  }
}

extension MetricFit {
  func cells(linkedTo lines: [String]) -> [String] {
    let trend = "\(trend.coefficient) ±\(trendError.coefficient)"
    return [
      metric, months.figure, "\(lastMonth)", levelWords, isTrendKept ? trend : "(\(trend))",
      spread.words, persistence.words,
    ] + lines.map { demandLinks[$0]?.words ?? unknown }
  }

  private var levelWords: String {
    let around = [-1.0, 1.0].map(naturalLevel(standardErrors:))
    let words = { (level: Double) -> String in
      link == .logit ? level.percent(places: 1) : level.coefficient
    }
    return "\(words(naturalLevel)) (\(span(words(around[0]), words(around[1]))))"
  }
}
