import Calibration
import Futures
import Quantities

extension Parameter {
  /// The estimate and its standard error on the unconstrained scale.
  var json: Json {
    ["estimate": .number(estimate), "error": .number(error), "scale": .text(scale.rawValue)]
  }
}

extension DemandFit {
  var json: Json {
    [
      "service_line": .text(serviceLine), "months": .count(months),
      "last_month": .text("\(lastMonth)"), "level": .number(level),
      "level_error": .number(levelError), "trend": .number(trend),
      "trend_error": .number(trendError), "persistence": persistence.json, "spread": spread.json,
      "season": .numbers(season), "warnings": .list(warnings.map(\.json)),
    ]
  }
}

extension PerformanceFit {
  func json(of option: String) -> Json {
    [
      "option": .text(option), "provider": .text(provider), "metrics": .list(rows.map(\.json)),
      "warnings": .list(warnings.map(\.json)),
    ]
  }
}

extension MetricFit {
  var json: Json {
    [
      "metric": .text(metric), "link": .text(link.rawValue), "months": .count(months),
      "last_month": .text("\(lastMonth)"), "natural_level": .number(naturalLevel),
      "level": level.json, "spread": spread.json, "persistence": persistence.json,
      "trend": .number(trend), "trend_error": .number(trendError),
      "trend_kept": .truth(isTrendKept), "demand_links": .object(demandLinks.mapValues(\.json)),
      "warnings": .list(warnings.map(\.json)),
    ]
  }
}
