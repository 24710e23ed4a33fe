import Contracts
import Quantities

extension Terms {
  func exit(_ section: Section) -> [Contract.Named] {
    section.clauses("rights") { _, item in
      item.section(readChronic).map { .chronicFailure($0) }
    }
      + section.clause("termination_fee") { item in
        item.section(readFee).map { .terminationFee($0) }
      }
      + section.clause("replacement") { item in
        item.section(readReplacement).map { .replacement($0) }
      }
  }

  private func readChronic(_ section: Section) -> ChronicFailure? {
    let level = section.needed("level")?.reference(to: levels, kind: "terms/service_levels")
    let defaultsItem = section.needed("defaults")
    let defaults = defaultsItem?.whole(1...ChronicFailure.longestWindow)
    let window = section.needed("window")?.wholeMonths(1...ChronicFailure.longestWindow)
    let exercise = section.given("exercise").map(readExercise) ?? .never
    let notice =
      section.given("notice").map { $0.wholeMonths(0...EventContext.longestHorizon) } ?? 0
    guard let level, let defaults, let window, let exercise, let notice else { return nil }
    guard defaults <= window else {
      defaultsItem?.refuse(.defaultsWithinWindow)
      return nil
    }
    return ChronicFailure(
      level: level, defaults: defaults, window: window, exercise: exercise, notice: notice
    )
  }

  private func readExercise(_ item: Item) -> Exercise? {
    guard item.value.entries != nil else {
      return item.word(of: ["never", "always"]).map { $0 == "always" ? .always : .never }
    }
    return item.section { section in
      guard let (key, item) = section.one(of: ["probability", "when_cheaper"]) else { return nil }
      if key == "probability" { return item.share(.share).map { .withProbability($0) } }
      return item.section { section in
        let first = section.needed("first")?.whole(1...EventContext.longestHorizon)
        let every = section.needed("every")?.wholeMonths(1...EventContext.longestHorizon)
        guard let first, let every else { return nil }
        return .whenCheaper(first: first, interval: every)
      }
    }
  }

  private func readFee(_ section: Section) -> TerminationFee? {
    let multiple = section.needed("multiple")?.number(.multiple)
    let base = section.needed("base").flatMap { readBase($0, words: Self.feeBases) }
    let indexation = readFollowedName(section)
    guard let multiple, let base else { return nil }
    return TerminationFee(multiple: multiple, base: base, indexation: indexation)
  }

  private func readReplacement(_ section: Section) -> Replacement? {
    let multiple = section.needed("multiple")?.number(.multiple)
    let words = Self.feeBases + ["contract_charge"]
    let base = section.needed("base").flatMap { readBase($0, words: words) }
    let indexation = readFollowedName(section)
    let procurement = section.given("procurement").map { $0.number(.amount) } ?? 0
    let dualRunning = section.given("dual_running").map { $0.months(.dualRunning) } ?? 0
    let attainment = (section.given("attainment")?.named() ?? []).compactMap(readAttainment)
    guard let multiple, let base, let procurement, let dualRunning else { return nil }
    return Replacement(
      multiple: multiple, base: base, indexation: indexation, procurement: procurement,
      dualRunning: dualRunning,
      attainment: Dictionary(attainment) { first, _ in first }
    )
  }

  private func readAttainment(_ id: String, _ item: Item) -> (String, Double)? {
    guard item.keyIsDeclared(id, in: context.metrics.map(\.id), kind: "metrics"),
      let metric = context.metric(id), let value = item.natural(of: metric)
    else { return nil }
    return (id, value)
  }

  private static let feeBases = ["baseline_charge", "last_invoice"]

  private func readBase(_ item: Item, words: [String]) -> ChargeBase? {
    guard item.value.entries != nil else {
      switch item.word(of: words) {
      case "baseline_charge": return .baselineCharge
      case "last_invoice": return .lastInvoice
      case "contract_charge": return .contractCharge
      default: return nil
      }
    }
    return item.section { section in
      guard let (key, item) = section.one(of: ["stated", "trailing_mean"]) else { return nil }
      return key == "stated"
        ? item.number(.amount).map { .stated($0) }
        : item.wholeMonths(1...context.horizon).map { .trailingMean(months: $0) }
    }
  }
}
