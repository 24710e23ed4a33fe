import Contracts
import Quantities
import Settlement

extension ExplainReport {
  /// Where the factor and the weight among the inputs of `entry` come from, in sentences.
  func origins(of entry: Ledger.Entry) -> [String] {
    let month = months[entry.month - 1]
    let factor = month.factors.first { $0.indexation == entry.indexation }
    let weight = entry.level.flatMap { level in
      promise(of: level).map { words(of: month.levels[level], $0, named: contract.levels[level]) }
    }
    return [factor.flatMap { words(of: $0, in: entry) }, weight].compactMap { $0 }
  }

  /// The clause behind the indexation called `name`.
  func indexation(_ name: String) -> Indexation? {
    for seated in contract.clauses where seated.name == name {
      if case .indexation(let clause) = seated.clause { return clause }
    }
    return nil
  }

  /// The clause behind the service level at `position`.
  func promise(of position: Int) -> ServiceLevel? {
    for seated in contract.clauses where seated.name == contract.levels[position] {
      if case .serviceLevel(let clause) = seated.clause { return clause }
    }
    return nil
  }

  private func words(of factor: Ledger.Factor, in entry: Ledger.Entry) -> String? {
    let first = shown.first { $0.month == entry.month && $0.indexation == factor.indexation }
    guard first == entry else { return "factor: \(factor.indexation), as above." }
    return indexation(factor.indexation).map { clause in
      "factor: \(factor.indexation), \(clause.words), whose level is \(factor.index.significant). "
        + adjustment(factor, by: clause)
    }
  }

  private func adjustment(_ factor: Ledger.Factor, by clause: Indexation) -> String {
    guard let month = factor.adjustedIn else {
      return "First adjusted in month \(clause.firstMonth)."
    }
    let move = factor.adjustedTo / factor.adjustedFrom - 1
    return """
      Last adjusted in month \(month), \(calendarMonth(month)), when the level had moved from \
      \(factor.adjustedFrom.significant) to \(factor.adjustedTo.significant), by \
      \(move.percent(places: 2)): \(factor.isLimited ? "limited." : "not limited.")
      """
  }

  private func words(
    of level: Ledger.Level, _ promise: ServiceLevel, named name: String
  ) -> String {
    let metric = event.metrics.first { $0.id == promise.metric }
    let target = "\(promise.comparison.words) \(natural(promise.target, metric))"
    let pattern = words(of: promise, metric)
    let attainment = level.attainment.map { "was \(natural($0, metric))" } ?? "was not measured"
    let standing =
      switch (level.counts, level.run) {
      case (false, _):
        "counts from month \(promise.firstMonth) on"
          + (promise.excluded.isEmpty
            ? "" : ", without months \(promise.excluded.map(String.init).listed)")
      case (true, 0): "no default"
      case (true, 1): "a default"
      case (true, let run): "a default, the last of \(run) in a row"
      }
    return
      "weight: \(name), \(promise.metric) \(attainment), promised \(target)\(pattern): \(standing)."
  }

  /// What else than one month's target makes a default, in words.
  private func words(of promise: ServiceLevel, _ metric: Metric?) -> String {
    var parts: [String] = []
    if promise.measurement != .month {
      parts.append("the mean of \(promise.measurement.months) months")
    }
    if promise.trigger.window > 1 {
      parts.append("\(promise.trigger.misses) misses in \(promise.trigger.window) months")
    }
    if let expected = promise.expected {
      parts.append(
        "or \(expected.defaults) times in \(expected.window) months not "
          + "\(natural(expected.target, metric))")
    }
    if let tail = promise.tail {
      let second = event.metrics.first { $0.id == tail.metric }
      parts.append(
        "and \(tail.metric) \(tail.comparison.words) \(natural(tail.target, second))")
    }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }

  private func natural(_ attainment: Double, _ metric: Metric?) -> String {
    metric?.words(for: attainment) ?? attainment.significant
  }
}

extension Metric {
  /// An attainment as people write it.
  func words(for attainment: Double) -> String {
    guard link == .logit else { return attainment.significant }
    return decimals.map { attainment.percent(places: max($0, 0)) }
      ?? (attainment * 100).significant + "\u{202F}%"
  }
}

extension Indexation {
  /// What is followed and within which limits, in words.
  fileprivate var words: String {
    let limits = [
      cap.map { "at most \($0.percentExact)" }, floor.map { "at least \($0.percentExact)" },
    ].compactMap { $0 }.joined(separator: " and ")
    let limited =
      switch self.limited {
      case .index: "a move of the index"
      case .price: "a move of the price"
      }
    let part = basis == .cumulative ? "of the move since month 1" : "of each move"
    return "\(share.percentExact) \(part) of the index \(index)"
      + (limits.isEmpty ? "" : " (\(limited) counts \(limits))")
  }
}

extension ServiceLevel.Comparison {
  /// The comparison in words.
  fileprivate var words: String {
    switch self {
    case .atLeast: "at least"
    case .moreThan: "more than"
    case .atMost: "at most"
    case .lessThan: "less than"
    }
  }
}
