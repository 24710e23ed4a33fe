import Contracts

extension Event {
  /// The metrics of service levels of which not everything is agreed, by what is not.
  func metricsNotAgreed(in contracts: [Contract]) -> [CheckNote] {
    let promised = Set(contracts.flatMap { $0.serviceLevels.flatMap(\.level.metrics) })
    let open = metrics.filter { promised.contains($0.id) && !$0.partsNotAgreed.isEmpty }
    var kinds: [[Metric.Wording.Part]] = []
    for metric in open where !kinds.contains(metric.partsNotAgreed) {
      kinds.append(metric.partsNotAgreed)
    }
    return kinds.map { parts in
      .metricsNotAgreed(
        metrics: open.filter { $0.partsNotAgreed == parts }.map(\.id), parts: parts)
    }
  }

  /// Weights that add up to something else, or to nothing.
  var criteriaNotes: [CheckNote] {
    let weighing = criteria.filter(method.weighs)
    let sum = weighing.reduce(0) { $0 + $1.weight }
    let isWhole = weighing.isEmpty || [1, 100].contains { abs(sum - $0) < 1e-9 * $0 }
    let unused = criteria.filter { !method.weighs($0) && $0.weight > 0 }.map(\.id)
    let weightless = requirements.filter { $0.weight == 0 }.map(\.id)
    return (isWhole ? [] : [.criteriaWeights(sum: sum)])
      + (unused.isEmpty ? [] : [.weightsWithoutEffect(unused, method: method)])
      + (weightless.isEmpty ? [] : [.requirementsWithoutWeight(weightless)])
  }

  /// The metrics and indices to which no contract refers.
  func unusedNames(in contracts: [Contract]) -> [CheckNote] {
    let clauses = contracts.flatMap { $0.clauses.map(\.clause) }
    let measured = Set(clauses.flatMap(\.metrics))
    let indexed = Set(clauses.flatMap(\.indices))
    let unfollowed = Set(contracts.flatMap(\.indexationNames))
      .subtracting(contracts.flatMap(\.followedIndexations))
    let unused = [
      ("metrics", metrics.map(\.id).filter { !measured.contains($0) }),
      ("assumptions/indices", indices.filter { !indexed.contains($0) }),
      ("terms/indexation", unfollowed.sorted()),
    ]
    return unused.filter { !$0.1.isEmpty }.map { .unusedNames(path: $0.0, names: $0.1) }
  }
}

extension ServiceLevel {
  /// The metrics on which the promise depends.
  fileprivate var metrics: [String] { [metric] + (tail.map { [$0.metric] } ?? []) }
}

extension Clause {
  /// The metrics that the clause measures.
  fileprivate var metrics: [String] {
    switch self {
    case .serviceLevel(let level): level.metrics
    case .bonus(let bonus): [bonus.metric]
    case .poorServiceLoss(let loss): [loss.metric]
    default: []
    }
  }

  /// The indices that the clause follows.
  fileprivate var indices: [String] {
    switch self {
    case .indexation(let indexation): indexation.followed.indices
    case .currencyShare(let share): [share.index]
    case .exchangeRate(let rate): [rate.index]
    default: []
    }
  }
}

extension Contract {
  /// The names of its indexations and escalators, as terms state them: none of these has a blank.
  fileprivate var indexationNames: [String] {
    clauses.compactMap { named in
      switch named.clause {
      case .indexation, .escalator: named.name.contains(" ") ? nil : named.name
      default: nil
      }
    }
  }
}
