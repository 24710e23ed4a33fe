import Contracts
import Quantities

/// What the buyer brings to the comparison: its business case, and the cases that it names.
extension EventFile {
  /// The business case and the cases; rates and stranded costs go to `context`.
  func readDecisions(
    _ section: Section, goLive: Int, _ terms: WrittenValue?, into context: inout EventContext
  ) -> (BusinessCase?, [NamedCase]) {
    context.rates = readRates(section, context)
    let indexations = terms?.entries?.first { $0.key == "indexation" }?.value.entries ?? []
    context.stranded = readStranded(
      section, goLive: goLive, indexations: indexations.map(\.key), horizon: context.horizon)
    return (readBusinessCase(section), readCases(section, context, goLive: goLive))
  }

  /// The saving that was decided on; it needs a baseline to be compared with.
  func readBusinessCase(_ section: Section) -> BusinessCase? {
    guard let item = section.given("business_case") else { return nil }
    requireBaseline(item)
    return item.section { section in
      guard let (key, item) = section.one(of: ["saving", "share"]) else { return nil }
      return key == "saving"
        ? item.number(.amount).map { .saving($0) } : item.share(.share).map { .share($0) }
    }
  }

  /// The cases under `cases`.
  func readCases(_ section: Section, _ context: EventContext, goLive: Int) -> [NamedCase] {
    (section.given("cases")?.named() ?? []).compactMap { name, item in
      guard item.keyIsSafe(name) else { return nil }
      return item.section { readCase($0, named: name, context, goLive: goLive) }
    }
  }

  private func readCase(
    _ section: Section, named name: String, _ context: EventContext, goLive: Int
  ) -> NamedCase? {
    let text = section.given("text").map { $0.text() } ?? ""
    let volumes = readMultiples(
      section.given("volumes"), of: context.serviceLineIds, kind: "service_lines")
    let indices = readMultiples(
      section.given("indices"), of: context.indices, kind: "assumptions/indices",
      .caseMultipleAboveZero)
    var attainment: [String: NamedCase.Attainment] = [:]
    for (metric, item) in section.given("attainment")?.named() ?? [] {
      guard item.keyIsDeclared(metric, in: context.metrics.map(\.id), kind: "metrics"),
        let metric = context.metric(metric)
      else { continue }
      attainment[metric.id] = item.attainmentOrChange(of: metric)
    }
    let delayItem = section.given("go_live_delay")
    let delay = delayItem.map { $0.wholeMonths(0...max(context.horizon - goLive, 0)) } ?? 0
    if let delayItem, delay ?? 0 > 0 { requireBaseline(delayItem) }
    guard let text, let delay else { return nil }
    return NamedCase(
      name: name, text: text, volumes: volumes, indices: indices, attainment: attainment,
      goLiveDelay: delay)
  }

  private func readMultiples(
    _ item: Item?, of names: [String], kind: String, _ bounds: Bounds = .caseMultiple
  ) -> [String: Double] {
    var multiples: [String: Double] = [:]
    for (name, item) in item?.named() ?? [] where item.keyIsDeclared(name, in: names, kind: kind) {
      multiples[name] = item.share(bounds)
    }
    return multiples
  }

  private func requireBaseline(_ item: Item) {
    guard !folder.folders(in: "").contains(BidFolder.baseline) else { return }
    folder.findings.add(.baseline, at: item.keySpot, path: item.path)
  }
}

extension Item {
  /// An attainment of `metric`, or with a unit behind it the change of one: `-3pp` of a share,
  /// `+5 points` of any metric.
  fileprivate func attainmentOrChange(of metric: Metric) -> NamedCase.Attainment? {
    let units = metric.link == .logit ? ["pp", " pp", " points"] : [" points"]
    if let plain, let unit = units.first(where: { plain.hasSuffix($0) }) {
      guard let points = decimal(String(plain.dropLast(unit.count))), abs(points) <= 1e12 else {
        refuse(.attainmentOrChange)
        return nil
      }
      return .change(points / metric.pointsPerUnit)
    }
    guard let plain, plain.hasSuffix("%") || decimal(plain) != nil else {
      refuse(.attainmentOrChange)
      return nil
    }
    return natural(of: metric).map { .level($0) }
  }
}
