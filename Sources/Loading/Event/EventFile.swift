import Contracts
import Quantities

/// Reads `event.yaml`, except its terms and assumptions, which need more than this file.
struct EventFile {
  static let name = "event.yaml"

  let folder: EventFolder

  /// The parts of an event as they are written; what is faulty is absent or takes a default.
  struct Parts {
    /// Nothing where the first month or the term is faulty.
    var event: Event?
    var context: EventContext
    var terms: WrittenValue?
    var assumptions: Item?
  }

  /// The parts, or nothing where the file is no YAML mapping.
  func read() -> Parts? {
    guard let root = folder.yaml(Self.name) else { return nil }
    if root.entries?.isEmpty ?? false {
      folder.findings.add(.filledFile, at: Spot(file: Self.name))
      return nil
    }
    let item = Item(value: root, keySpot: root.spot, path: "", findings: folder.findings)
    return item.section(parts)
  }

  /// The parts of an event that is written out in a case: nothing is assumed or compared, baseline
  /// volumes may be left out (they are then not numbers), and so may what is only for people.
  func caseParts(_ section: Section, indices: [String]) -> Parts {
    var context = EventContext()
    let title = section.given("title")?.text()
    readTerm(section, into: &context)
    let discounting = section.given("discount")?.section(readDiscounting)
    readDeclarations(section, into: &context, isCase: true)
    context.indices = indices
    let terms = section.given("terms").flatMap { $0.isMapping() ? $0.value : nil }
    let event = context.term.map { term in
      Event(
        id: folder.name, title: title ?? "", currency: context.currency ?? "",
        firstMonth: term.firstMonth, horizon: term.horizon, serviceLines: context.serviceLines,
        metrics: context.metrics, indices: indices,
        discounting: (discounting ?? nil) ?? Discounting(rate: 0))
    }
    return Parts(event: event, context: context, terms: terms)
  }

  private func readTerm(_ section: Section, into context: inout EventContext) {
    context.currency = section.needed("currency")?.currency()
    let start = section.needed("start")?.calendarMonth()
    let months = section.needed("term")?.wholeMonths(1...EventContext.longestHorizon)
    if let start, let months { context.term = Term(firstMonth: start, horizon: months) }
  }

  private func parts(_ section: Section) -> Parts {
    var context = EventContext()
    let title = section.needed("title")?.text()
    readTerm(section, into: &context)
    let goLive = section.given("go_live").map { $0.whole(1...context.horizon) } ?? 1
    context.goLive = goLive ?? 1
    let levelling = section.given("levelling").flatMap(readLevelling)
    let discounting = section.needed("discount")?.section(readDiscounting)
    readDeclarations(section, into: &context)
    let (method, criteria) = readMethod(section, into: &context)
    let costBasis =
      section.given("cost_basis").map { $0.choice(of: CostBasis.self) } ?? .beforeCredits
    let terms = section.given("terms").flatMap { $0.isMapping() ? $0.value : nil }
    let assumptions = section.given("assumptions")
    context.indices = indexNames(assumptions)
    let (businessCase, cases) = readDecisions(section, goLive: goLive ?? 1, terms, into: &context)
    var event = context.term.map { term in
      Event(
        id: folder.name, title: title ?? "", currency: context.currency ?? "",
        firstMonth: term.firstMonth, horizon: term.horizon, goLive: goLive ?? 1,
        serviceLines: context.serviceLines, metrics: context.metrics, indices: context.indices,
        requirements: context.requirements, discounting: discounting ?? Discounting(rate: 0),
        costBasis: costBasis ?? .beforeCredits, criteria: criteria
      )
    }
    event?.method = method
    event?.businessCase = businessCase
    event?.cases = cases
    if let levelling { event?.levelling = levelling }
    event?.award = readAward(section, context)
    return Parts(event: event, context: context, terms: terms, assumptions: assumptions)
  }

  private func readDiscounting(_ section: Section) -> Discounting? {
    let rate = section.needed("rate")?.share(.discount)
    let basis = section.given("basis").map { $0.choice(of: Discounting.Basis.self) } ?? .nominal
    let timing = section.given("timing").map { $0.choice(of: Discounting.Timing.self) } ?? .end
    // A real rate says nothing of nominal amounts without the inflation that it leaves out.
    let inflation = basis == .real ? section.needed("inflation")?.share(.discount) : 0
    guard let rate, let basis, let inflation, let timing else { return nil }
    return Discounting(rate: rate, basis: basis, inflation: inflation, timing: timing)
  }

  private func readDeclarations(
    _ section: Section, into context: inout EventContext, isCase: Bool = false
  ) {
    let series = VolumeSeries(folder: folder, term: context.term)
    let lines = isCase ? section.given("service_lines") : section.needed("service_lines")
    context.serviceLines = (lines?.named() ?? []).compactMap {
      readServiceLine($0.name, $0.item, series, mayLackBaseline: isCase)
    }
    context.metrics = (section.given("metrics")?.named() ?? []).compactMap {
      readMetric($0.name, $0.item, &context)
    }
    let declared = context
    context.losses = (section.given("losses")?.named() ?? []).compactMap {
      readLoss($0.name, $0.item, declared)
    }
    context.requirements = (section.given("requirements")?.named() ?? []).compactMap {
      readRequirement($0.name, $0.item)
    }
  }

  private func readServiceLine(
    _ id: String, _ item: Item, _ series: VolumeSeries, mayLackBaseline: Bool
  ) -> ServiceLine? {
    _ = item.keyIsSafe(id)
    return item.section { section in
      let name = section.given("name")?.text() ?? id
      let unit = section.needed("unit")?.text() ?? ""
      let written = mayLackBaseline ? section.given("baseline") : section.needed("baseline")
      let baseline = written.flatMap(series.read)
      // A faulty line stays declared, so that the names that refer to it are no faults too.
      let none = Array(
        repeating: mayLackBaseline ? Double.nan : 0, count: series.term?.horizon ?? 0)
      return ServiceLine(id: id, name: name, unit: unit, baseline: baseline ?? none)
    }
  }

  private func readMetric(
    _ id: String, _ item: Item, _ context: inout EventContext
  ) -> Metric? {
    _ = item.keyIsSafe(id)
    context.metricSpots[id] = item.keySpot
    return item.section { section in
      let name = section.given("name")?.text() ?? id
      let scale = section.needed("scale")?.choice(of: MetricScale.self)
      let better = section.given("better")?.choice(of: Metric.Direction.self)
      let decimals = section.given("decimals")?.whole(0...9)
      return Metric(
        id: id, name: name, link: scale?.link ?? .identity, better: better ?? .higher,
        decimals: decimals, wording: readWording(section)
      )
    }
  }

  private func readLoss(
    _ id: String, _ item: Item, _ context: EventContext
  ) -> PoorServiceLoss? {
    guard item.keyIsDeclared(id, in: context.metrics.map(\.id), kind: "metrics"),
      let metric = context.metric(id)
    else { return nil }
    return item.section { section in
      let need = section.needed("need")?.natural(of: metric)
      let loss = section.needed("per_point")?.number(.amount)
      let line = section.given("per_unit_of")?
        .reference(to: context.serviceLineIds, kind: "service_lines")
      guard let need, let loss else { return nil }
      return PoorServiceLoss(metric: id, need: need, lossPerPoint: loss, serviceLine: line)
    }
  }

  private func readRequirement(_ id: String, _ item: Item) -> Requirement? {
    item.section { section in
      let framework = section.needed("framework")?.text()
      let text = section.needed("text")?.text()
      let weight = section.given("weight").map { $0.number(.amount) } ?? 1
      let isMandatory = section.given("mandatory").map { $0.truth() } ?? false
      let due = section.given("due").map { $0.choice(of: Requirement.Stage.self) } ?? .signature
      return Requirement(
        id: id, framework: framework ?? "", text: text ?? "", weight: weight ?? 1,
        isMandatory: isMandatory ?? false, due: due ?? .signature,
        also: section.given("also").map { $0.frameworks(beside: framework) } ?? [],
        version: section.given("version")?.text()
      )
    }
  }

  /// The names only: the laws of the indices are read with the other assumptions.
  private func indexNames(_ assumptions: Item?) -> [String] {
    let indices = assumptions?.value.entries?.first { $0.key == "indices" }?.value.entries
    return (indices ?? []).filter { !$0.value.isNull }.map(\.key)
  }
}

/// Whether `code` has three capital letters.
func isCurrency(_ code: String) -> Bool {
  code.utf8.count == 3 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
}

extension Item {
  /// A currency: a code of three capital letters.
  func currency() -> String? {
    guard let code = text() else { return nil }
    guard isCurrency(code) else {
      refuse(.currencyCode)
      return nil
    }
    return code
  }

  /// Reports a key that could not stand in a path.
  func keyIsSafe(_ key: String) -> Bool {
    if isSafeName(key) { return true }
    findings.add(.safeName, at: keySpot, path: path, found: key)
    return false
  }

  /// A list of frameworks, each of which is named once and not `own`.
  func frameworks(beside own: String?) -> [String] {
    var named: [String] = []
    for item in list() {
      guard let framework = item.text() else { continue }
      if framework == own || named.contains(framework) {
        item.refuse(.otherFramework)
      } else {
        named.append(framework)
      }
    }
    return named
  }
}
