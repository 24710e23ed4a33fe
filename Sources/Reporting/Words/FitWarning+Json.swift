import Calibration

extension FitWarning {
  /// The warning as facts.
  var json: Json {
    var facts = facts
    facts["kind"] = .text(kind)
    return .object(facts)
  }

  private var kind: String {
    switch self {
    case .shortHistory: "short_history"
    case .tooShortForSeason: "too_short_for_season"
    case .seasonIncomplete: "season_incomplete"
    case .constantSeries: "constant_series"
    case .persistenceCapped: "persistence_capped"
    case .persistenceUnknown: "persistence_unknown"
    case .clipped: "clipped"
    case .leftOut: "left_out"
    case .gap: "gap"
    case .repeated: "repeated"
    case .historyAfterStart: "history_after_start"
    case .tooShortForDemandLink: "too_short_for_demand_link"
    case .demandLinkUndetermined: "demand_link_undetermined"
    case .tooShortForMetric: "too_short_for_metric"
    case .correlationUnknown: "correlation_unknown"
    }
  }

  private var facts: [String: Json] {
    switch self {
    case .shortHistory(let months), .tooShortForSeason(let months), .gap(let months),
      .repeated(let months), .historyAfterStart(let months):
      ["months": .count(months)]
    case .seasonIncomplete(let months): ["months_of_year": .list(months.map { .count($0) })]
    case .constantSeries: [:]
    case .persistenceCapped(let bound): ["bound": .number(bound)]
    case .persistenceUnknown(let pairs): ["pairs": .count(pairs)]
    case .clipped(let count), .leftOut(let count): ["count": .count(count)]
    case .tooShortForDemandLink(let line, let months):
      ["service_line": .text(line), "months": .count(months)]
    case .demandLinkUndetermined(let line): ["service_line": .text(line)]
    case .tooShortForMetric(let metric, let months):
      ["metric": .text(metric), "months": .count(months)]
    case .correlationUnknown(let metric, let other, let months):
      ["metric": .text(metric), "other": .text(other), "months": .count(months)]
    }
  }
}
