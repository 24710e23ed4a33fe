import Contracts
import Quantities
import Settlement

extension ExplainReport {
  /// Where the factor and the weight among the inputs of `entry` come from, in sentences.
  func origins(of entry: Ledger.Entry) -> [String] {
    let month = months[entry.month - 1]
    let factor = month.factors.first { $0.indexation == entry.indexation }
    let steps = entry.indexation.flatMap { name in
      escalator(name).map { "factor: \(name), \($0.words)." }
    }
    let exchange = entry.indexation.flatMap(exchangeWords)
    let weight = entry.level.flatMap { level in
      promise(of: level).map { words(of: month.levels[level], $0, named: contract.levels[level]) }
    }
    return [
      levellingOrigin(of: entry), factor.flatMap { words(of: $0, in: entry) }, steps, exchange,
      weight,
    ].compactMap { $0 }
  }

  /// The clause behind the indexation called `name`.
  func indexation(_ name: String) -> Indexation? {
    for seated in contract.clauses where seated.name == name {
      if case .indexation(let clause) = seated.clause { return clause }
    }
    return nil
  }

  /// The clause behind the escalator called `name`.
  private func escalator(_ name: String) -> Escalator? {
    for seated in contract.clauses where seated.name == name {
      if case .escalator(let clause) = seated.clause { return clause }
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
    let levels =
      clause.isPlain
      ? "the level had moved from \(factor.adjustedFrom.significant) to "
        + "\(factor.adjustedTo.significant), by" : "the move was"
    return """
      Last adjusted in month \(month), \(calendarMonth(month)), when \(levels) \
      \(factor.move.percent(places: 2)): \(factor.isLimited ? "limited." : "not limited.")
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
    let part =
      switch basis {
      case .cumulative: "of the move since month 1"
      case .eachStep: "of each move"
      case .asDrafted: "of the move since month 1 in each step"
      }
    let more = [
      plus == 0 ? nil : "plus \(plus.percentExact)",
      lag == 0 ? nil : "read \(lag) months before",
      over.map { "over \($0) months" },
    ].compactMap { $0.map { ", " + $0 } }.joined()
    return "\(share.percentExact) \(part) of \(followed.words)\(more)"
      + (limits.isEmpty ? "" : " (\(limited) counts \(limits))")
  }

  /// Whether the move is that of one index alone.
  fileprivate var isPlain: Bool { if case .index = followed { plus == 0 } else { false } }
}

extension Indexation.Followed {
  fileprivate var words: String {
    switch self {
    case .index(let index): "the index \(index)"
    case .blend(let parts):
      parts.map { "\($0.weight.percentExact) of the index \($0.index)" }
        .joined(separator: " and ")
    case .lesser(let moves): "the least of \(moves.map(\.words).joined(separator: ", "))"
    }
  }
}

extension Indexation.Move {
  fileprivate var words: String {
    switch self {
    case .index(let index): "the index \(index)"
    case .rate(let rate): rate.percentExact
    }
  }
}

extension Escalator {
  fileprivate var words: String {
    let base = indexation.map { ", times that of \($0)" } ?? ""
    return "\(rate.percentExact) every \(interval) months from month \(firstMonth) on\(base)"
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
