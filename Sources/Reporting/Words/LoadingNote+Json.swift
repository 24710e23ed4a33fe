import Contracts
import Loading
import Quantities

extension LoadingNote {
  /// The note as facts.
  var json: Json { eventFacts ?? futureFacts }

  private var eventFacts: Json? {
    switch self {
    case .filesNotRead(let files): ["kind": "files_not_read", "files": .texts(files)]
    case .lastRoundCounts(let option, let rounds):
      ["kind": "last_round_counts", "option": .text(option), "rounds": .texts(rounds)]
    case .evidenceNotThere(let file, let names):
      ["kind": "evidence_not_there", "file": .text(file), "files": .texts(names)]
    case .scoredInPart(let criterion, let evaluator, let bids):
      [
        "kind": "scored_in_part", "criterion": .text(criterion), "evaluator": .text(evaluator),
        "bids": .texts(bids),
      ]
    case .nothingAsked(let option, let line, let months):
      [
        "kind": "nothing_asked", "option": .text(option), "service_line": .text(line),
        "first_month": .count(months.lowerBound), "last_month": .count(months.upperBound),
      ]
    case .nothingPaid(let option, let item, let price):
      [
        "kind": "nothing_paid", "option": .text(option), "item": .text(item),
        "price": .number(price),
      ]
    case .converted(let option, let currency, let rate, let date, let source):
      [
        "kind": "converted", "option": .text(option), "currency": .text(currency),
        "rate": .number(rate), "date": .text(date),
        "source": .optional(source, { .text($0) }),
      ]
    case .changedPrices(let option, let changes):
      [
        "kind": "changed_prices", "option": .text(option),
        "changes": .list(
          changes.map { ["item": .optional($0.item, Json.text), "share": .number($0.share)] }),
      ]
    case .nothingPriced(let option, let path, let name):
      [
        "kind": "nothing_priced", "option": .text(option), "path": .text(path),
        "name": .text(name),
      ]
    case .notApproved(let option, let line, let kind, let author, let isSame):
      [
        "kind": "not_approved", "option": .text(option), "line": .text(line),
        "adjustment": .text(kind), "author": .text(author), "by_author": .truth(isSame),
      ]
    case .poolOverAllocated(let file, let pool, let share):
      [
        "kind": "pool_over_allocated", "file": .text(file), "pool": .text(pool),
        "share": .number(share),
      ]
    case .poolUnderAllocated(let file, let pool, let share):
      [
        "kind": "pool_under_allocated", "file": .text(file), "pool": .text(pool),
        "share": .number(share),
      ]
    case .levelAgainstMetric(let file, let path, let metric):
      [
        "kind": "level_against_metric", "file": .text(file), "path": .text(path),
        "metric": .text(metric),
      ]
    default: nil
    }
  }

  private var futureFacts: Json {
    switch self {
    case .certainDemand(let lines): ["kind": "certain_demand", "service_lines": .texts(lines)]
    case .correlationRepaired(let path, let change):
      ["kind": "correlation_repaired", "path": .text(path), "change": .number(change)]
    case .peersStandIn(let option, let metrics):
      ["kind": "peers_stand_in", "option": .text(option), "metrics": .texts(metrics)]
    case .promiseWeighed(let path, let record, let promise, let weight):
      [
        "kind": "promise_weighed", "path": .text(path), "record": .number(record),
        "promise": .number(promise), "weight": .number(weight),
      ]
    case .demandNotInHistory(let line, let provider, let series):
      [
        "kind": "demand_not_in_history", "service_line": .text(line), "provider": .text(provider),
        "series": .text(series),
      ]
    case .demandNotFitted(let line, let provider):
      ["kind": "demand_not_fitted", "service_line": .text(line), "provider": .text(provider)]
    case .valuesLeftOut(let provider, let metric, let count):
      [
        "kind": "values_left_out", "provider": .text(provider), "metric": .text(metric),
        "count": .count(count),
      ]
    case .monthsNotWhole(let provider, let series, let months, let areDropped):
      [
        "kind": "months_not_whole", "provider": .text(provider),
        "series_of_history": .texts(series),
        "calendar_months": .texts(months.map(\.description)), "dropped": .truth(areDropped),
      ]
    case .historyAgainstMetric(let metric, let better):
      [
        "kind": "history_against_metric", "metric": .text(metric),
        "better": .text(better.rawValue),
      ]
    case .historyIntoTerm(let months): ["kind": "history_into_term", "months": .count(months)]
    default: [:]
    }
  }
}
