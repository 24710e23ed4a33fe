import Contracts
import Quantities
import Simulation

extension Estimate {
  /// The estimate and its standard error.
  var json: Json { ["value": .number(value), "standard_error": .number(standardError)] }
}

extension Moments {
  /// The mean and its standard error.
  var json: Json { ["mean": .number(mean), "standard_error": .number(standardError)] }
}

extension ControlledEstimate {
  /// The mean and its standard error, and the plain mean.
  var json: Json {
    [
      "mean": .number(estimate.value), "standard_error": .number(estimate.standardError),
      "plain": plainJson,
    ]
  }

  /// The plain mean and its standard error.
  var plainJson: Json {
    ["mean": .number(plain.value), "standard_error": .number(plain.standardError)]
  }
}

extension Summary {
  /// The distribution for machines, whose mean is `mean`.
  func json(_ mean: ControlledEstimate) -> Json {
    let levels = Self.levels.map { level -> (String, Json) in
      let digits = String(Int((level * 100).rounded()))
      return ("p" + (digits.count < 2 ? "0" : "") + digits, self[level].json)
    }
    return [
      "mean": .number(mean.estimate.value),
      "standard_error": .number(mean.estimate.standardError), "plain": mean.plainJson,
      "standard_deviation": .number(standardDeviation), "cvar95": cvar95.json,
      "quantiles": .object(Dictionary(levels) { _, later in later }),
      "quantile_method": .text(method.rawValue),
    ]
  }
}

extension Event {
  /// What was put out to bid, for machines.
  var json: Json {
    [
      "id": .text(id), "title": .text(title), "currency": .text(currency),
      "first_month": .text("\(firstMonth)"), "horizon": .count(horizon),
      "go_live": .count(goLive), "discounting": discounting.json,
      "criteria": .list(criteria.map(\.json)),
      "business_case": .optional(businessCase, \.json),
    ]
  }
}

extension BusinessCase {
  fileprivate var json: Json {
    switch self {
    case .saving(let amount): ["saving": .number(amount)]
    case .share(let share): ["share": .number(share)]
    }
  }
}

extension Discounting {
  fileprivate var json: Json {
    [
      "rate": .number(rate), "basis": .text(basis.rawValue), "timing": .text(timing.rawValue),
    ]
  }
}

extension Criterion {
  fileprivate var json: Json {
    [
      "id": .text(id), "measure": .text(measure.rawValue), "weight": .number(weight),
      "scale": scale.json, "statistic": measure == .cost ? .text(statistic.rawValue) : .null,
      "minimum": .optional(minimum, Json.number),
      "needs": .object(
        Dictionary(needs.map { ($0.metric, Json.number($0.level)) }) { first, _ in first }),
    ]
  }
}

extension Criterion.Scale {
  fileprivate var json: Json {
    switch self {
    case .lowestOverOwn: ["kind": "lowest_over_own"]
    case .linear(let best, let worst):
      ["kind": "linear", "best": .number(best), "worst": .number(worst)]
    case .shareOfLowestCost(let worst):
      ["kind": "share_of_lowest_cost", "worst": .number(worst)]
    case .linearToCeiling(let ceiling, let best):
      [
        "kind": "linear_to_ceiling", "worst": .number(ceiling),
        "full_marks": .text(best.rawValue),
      ]
    }
  }
}
