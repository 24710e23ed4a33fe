import Contracts

extension MappedSeries {
  /// What the whole mapping says of its series.
  struct Rules {
    var shape: Mapping.Shape
    var hasServices: Bool
    var isAggregated: Bool
  }

  /// Reads one series, or nothing where it is faulty.
  init?(_ section: Section, name: String, _ rules: Rules) {
    let isPercent = section.given("unit")?.word(of: ["percent"]) != nil
    let origin = Self.readOrigin(section, name, rules)
    let service = rules.hasServices ? section.needed("service")?.text() : nil
    let sample = rules.shape == .wide ? section.given("sample")?.text() : nil
    let weight = section.given("weight")?.text()
    let stated = section.given("aggregate").flatMap { item in
      item.word(of: Aggregation.stated.map(\.rawValue)).flatMap { Aggregation(rawValue: $0) }
    }
    let better = section.given("better")?.choice(of: Metric.Direction.self)
    guard let origin, service != nil || !rules.hasServices else { return nil }
    self.init(
      name: name, origin: origin, aggregation: stated ?? .mean, service: service, sample: sample,
      weight: weight, isPercent: isPercent, better: better, target: nil, spot: section.spot
    )
    if case .ratio = origin {
      aggregation = .ratio
      for key in ["unit", "weight", "aggregate", "sample"] where section.holds(key) {
        section.given(key)?.refuse(.nothingBeside(["of", "per"]))
      }
    } else {
      checkAggregation(section, rules, isStated: section.holds("aggregate"))
    }
    target = section.given("target").flatMap { readTarget($0) }
  }

  private static func readOrigin(
    _ section: Section, _ name: String, _ rules: Rules
  ) -> Origin? {
    let numerator = section.given("of")
    let denominator = section.given("per")
    let key = rules.shape == .wide ? "column" : "value"
    if numerator != nil || denominator != nil {
      section.given(key)?.refuse(.nothingBeside(["of", "per"]))
      let numerator = section.needed("of")?.text()
      let denominator = section.needed("per")?.text()
      guard let numerator, let denominator else { return nil }
      return .ratio(of: numerator, per: denominator)
    }
    let source =
      rules.shape == .wide
      ? section.needed(key)?.text() : section.given(key).map { $0.text() } ?? name
    return source.map { .value($0) }
  }

  /// Rows are put together only as the mapping says, and shares only by their cases: the mean of
  /// shares of many and of few cases is the share of nothing.
  private func checkAggregation(_ section: Section, _ rules: Rules, isStated: Bool) {
    let path = section.join("aggregate")
    if weight != nil {
      if isStated, aggregation != .mean {
        section.given("aggregate")?.refuse(.nothingBeside(["weight"]))
      }
    } else if rules.isAggregated, isPercent, aggregation != .last {
      section.findings.add(.denominator, at: section.spot, path: section.path)
    } else if rules.isAggregated, !isStated {
      section.findings.add(.aggregation, at: section.spot, path: path)
    }
  }

  private func readTarget(_ item: Item) -> Target? {
    guard item.value.entries != nil else {
      let isShare = isPercent || aggregation == .ratio
      return item.share(isPercent ? .share : isShare ? Bounds(lower: 0) : .money).map {
        .always($0)
      }
    }
    return item.section { section in
      let column = section.needed("column")?.text()
      let unit = section.given("unit").map { $0.word(of: ["percent"]) != nil } ?? isPercent
      return column.map { .column($0, isPercent: unit) }
    }
  }
}
