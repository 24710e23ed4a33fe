import Loading

extension LoadingNote {
  /// The note in a sentence.
  var sentence: String {
    switch self {
    case .correlationRepaired(let path, let change):
      """
      The correlations under \(path) contradict one another; the nearest that do not were taken, \
      changed by at most \(change.coefficient).
      """
    case .providerNotInHistory(let option, let provider):
      "The history has no data of \(provider), which \(option) is said to be."
    case .demandNotFitted(let serviceLine, let provider):
      "The history of \(provider) cannot be fitted for the demand of \(serviceLine)."
    case .peersStandIn(let option, let metrics):
      "\(option) runs as its peers do in \(metrics.listed): nothing else is known of it."
    case .promiseWeighed(let path, let record, let promise, let weight):
      """
      \(path): the record is \(record.coefficient) and the promise \(promise.coefficient), which \
      was given a weight of \(weight.percentExact).
      """
    }
  }

  /// The note as facts.
  var json: Json {
    switch self {
    case .correlationRepaired(let path, let change):
      ["kind": "correlation_repaired", "path": .text(path), "change": .number(change)]
    case .providerNotInHistory(let option, let provider):
      ["kind": "provider_not_in_history", "option": .text(option), "provider": .text(provider)]
    case .demandNotFitted(let line, let provider):
      ["kind": "demand_not_fitted", "service_line": .text(line), "provider": .text(provider)]
    case .peersStandIn(let option, let metrics):
      ["kind": "peers_stand_in", "option": .text(option), "metrics": .texts(metrics)]
    case .promiseWeighed(let path, let record, let promise, let weight):
      [
        "kind": "promise_weighed", "path": .text(path), "record": .number(record),
        "promise": .number(promise), "weight": .number(weight),
      ]
    }
  }
}
