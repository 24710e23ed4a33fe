import Contracts

extension EventFile {
  /// The method, and the criteria that it puts together; the standard ones where none is named.
  ///
  /// What the buyer needs goes to `context`, so that something must be known of it.
  func readMethod(
    _ section: Section, into context: inout EventContext
  ) -> (RankingMethod, [Criterion]) {
    let written = section.given("method")
    let method = written.map { $0.choice(of: RankingMethod.self) } ?? .weightedValue
    let reader = CriteriaReader(context: context, method: method ?? .weightedValue)
    let criteria = section.given("criteria").map(reader.read) ?? Criterion.standard
    context.criteria = criteria
    return (method ?? .weightedValue, criteria)
  }
}

/// Reads `criteria`.
struct CriteriaReader {
  let context: EventContext
  let method: RankingMethod

  /// The criteria; the standard ones where none is named.
  func read(_ item: Item) -> [Criterion] {
    let named = item.named()
    guard !named.isEmpty else { return Criterion.standard }
    let criteria = named.compactMap { readCriterion($0.name, $0.item) }
    guard criteria.count == named.count else { return criteria }
    if method != .weightedValue, !criteria.contains(where: { $0.measure == .cost }) {
      item.refuse(.costCriterion)
    }
    let weighing = criteria.filter(method.weighs)
    if method != .lowestPriceAcceptable, weighing.allSatisfy({ $0.weight == 0 }) {
      item.refuse(.someWeight)
    }
    return criteria
  }

  private func readCriterion(_ name: String, _ item: Item) -> Criterion? {
    let isScored = item.value.entries?.contains { $0.key == "scored" } ?? false
    let words = Criterion.Measure.computed.map(\.rawValue)
    if words.contains(name) || !isScored {
      guard item.keyIsDeclared(name, in: words, kind: "criteria"),
        let measure = Criterion.Measure(rawValue: name)
      else { return nil }
      return item.section { readComputed(measure, $0, item) }
    }
    guard item.keyIsSafe(name) else { return nil }
    return item.section { readScored(name, $0) }
  }

  private func readComputed(
    _ measure: Criterion.Measure, _ section: Section, _ item: Item
  ) -> Criterion? {
    let usual = Criterion.standard.first { $0.measure == measure }?.scale
    let weight = readWeight(of: measure, section)
    let scale =
      section.given("scale").map { readScale($0, of: measure) } ?? usual
      ?? .linear(best: 1, worst: 0)
    let minimum = readMinimum(section)
    let needs = measure == .service ? readNeeds(section, item) : []
    let statistic =
      measure == .cost
      ? section.given("statistic").map { $0.choice(of: Criterion.Statistic.self) } ?? .mean : .mean
    guard let weight, let scale, let statistic else { return nil }
    return Criterion(
      measure: measure, weight: weight, scale: scale, statistic: statistic,
      minimum: minimum ?? nil, needs: needs)
  }

  /// What evaluators say; best and worst may stand either way round, as with marks of schools.
  private func readScored(_ name: String, _ section: Section) -> Criterion? {
    let weight = readWeight(of: .scored, section)
    let text = section.given("text")?.text()
    let minimum = readMinimum(section)
    let scale = section.needed("scored")?.section { ends in
      let bestItem = ends.needed("best")
      let best = bestItem?.number(.money)
      let worst = ends.needed("worst")?.number(.money)
      if let best, let worst, best == worst { bestItem?.refuse(.otherThan(worst)) }
      guard let best, let worst, best != worst else { return nil as Criterion.Scale? }
      return .linear(best: best, worst: worst)
    }
    guard let weight, let scale else { return nil }
    return Criterion(
      measure: .scored, weight: weight, scale: scale, id: name, text: text,
      minimum: minimum ?? nil)
  }

  /// A weight may be left out where the method does not use it.
  private func readWeight(of measure: Criterion.Measure, _ section: Section) -> Double? {
    let own = Criterion(measure: measure, weight: 0, scale: .lowestOverOwn)
    let item = method.weighs(own) ? section.needed("weight") : section.given("weight")
    return item.map { $0.number(.amount) } ?? (method.weighs(own) ? nil : 0)
  }

  private func readMinimum(_ section: Section) -> Double?? {
    section.given("minimum").map { $0.number(Bounds(lower: 0, upper: 100)) }
  }

  /// What the buyer needs: the levels under `losses`, and those stated here over them.
  private func readNeeds(_ section: Section, _ item: Item) -> [Criterion.Need] {
    var needs = context.losses.map { Criterion.Need(metric: $0.metric, level: $0.need) }
    for (name, item) in section.given("needs")?.named() ?? [] {
      guard item.keyIsDeclared(name, in: context.metrics.map(\.id), kind: "metrics"),
        let metric = context.metric(name), let level = item.natural(of: metric)
      else { continue }
      needs.removeAll { $0.metric == name }
      needs.append(Criterion.Need(metric: name, level: level))
    }
    let order = context.metrics.map(\.id)
    if needs.isEmpty, !section.holds("needs") {
      item.findings.add(.someNeed, at: item.keySpot, path: item.path)
    }
    return needs.sorted {
      (order.firstIndex(of: $0.metric) ?? 0) < (order.firstIndex(of: $1.metric) ?? 0)
    }
  }
}

extension CriteriaReader {
  /// Money is compared with the lowest bid's or with a ceiling, shares with what is stated: on any
  /// other scale a score would be no share of what could be reached.
  private func readScale(_ item: Item, of measure: Criterion.Measure) -> Criterion.Scale? {
    let isMapping = item.value.entries != nil
    return switch measure {
    case .cost: isMapping ? item.section(linearToCeiling) : lowestOverOwn(item)
    case .risk: isMapping ? item.section(shareOfLowestCost) : lowestOverOwn(item)
    case .compliance, .service, .scored: item.section(linear)
    }
  }

  private func lowestOverOwn(_ item: Item) -> Criterion.Scale? {
    item.word(of: ["lowest_over_own"]).map { _ in .lowestOverOwn }
  }

  private func linearToCeiling(_ section: Section) -> Criterion.Scale? {
    let ceiling = section.needed("linear_to_ceiling")?.number(.amountAboveZero)
    let best =
      section.given("best").map { $0.choice(of: Criterion.FullMarks.self) } ?? .lowest
    guard let ceiling, let best else { return nil }
    return .linearToCeiling(ceiling, best: best)
  }

  private func shareOfLowestCost(_ section: Section) -> Criterion.Scale? {
    section.needed("share_of_lowest_cost")?.share(Bounds(lower: 0.000_1, upper: 100))
      .map { .shareOfLowestCost(worst: $0) }
  }

  private func linear(_ section: Section) -> Criterion.Scale? {
    let bestItem = section.needed("best")
    let best = bestItem?.share(.share)
    let worst = section.needed("worst")?.share(.share)
    guard let best, let worst else { return nil }
    guard best > worst else {
      bestItem?.refuse(.within(lower: worst, upper: .infinity, open: true))
      return nil
    }
    return .linear(best: best, worst: worst)
  }
}
