import Contracts
import Futures

/// Reads `assumptions`, and the history that they name.
struct AssumptionsReader {
  let folder: EventFolder
  let context: EventContext
  let goLive: Int

  /// The bids, and the baseline where there is one.
  let options: [Bid]

  /// What assumptions may name: also bids that could not be read.
  let names: [String]
  let data: String?

  private var findings: Findings { folder.findings }

  /// The assumptions and their history; nothing where the event's months are faulty.
  func read(_ item: Item?) -> (assumptions: Assumptions, history: EventHistory)? {
    guard let item else { return assumptions(nil) }
    return item.section { section in assumptions(section) }
  }

  private func assumptions(_ section: Section?) -> (Assumptions, EventHistory)? {
    let demand = section?.given("demand")
    section?.passOver(["transition", "cost_to_serve"])
    let indices = IndexTable().read(section?.given("indices"))
    let correlations = section?.given("correlations")
    let stated = PerformanceTable(
      section?.given("performance"), context: context, options: names
    )
    let pairs = correlations.map {
      CorrelationList(
        $0, names: context.serviceLineIds + context.indices,
        kind: "service_lines or assumptions/indices"
      )
    }
    let historyItem = section?.given("history")
    guard let term = context.term else { return nil }
    let history = HistoryTable(
      folder: folder, context: context, term: term, options: names, data: data
    ).read(historyItem)
    let drivers = DemandTable(folder: folder, context: context, term: term, history: history)
      .read(demand)
    let assembly = PerformanceAssembly(
      context: context, stated: stated, history: history, findings: findings
    )
    let performance = options.map { ($0.id, assembly.performance(of: $0)) }
    guard drivers.allSatisfy({ $0.forecast.count == term.horizon }) else { return nil }
    let correlation = (pairs ?? CorrelationList()).correlation(
      of: drivers.map(\.serviceLine) + indices.map(\.id), path: "assumptions/correlations",
      findings: findings
    )
    let assumptions = Assumptions(
      horizon: term.horizon, demand: drivers, indices: indices, correlation: correlation,
      performance: Dictionary(performance) { first, _ in first }, goLive: goLive
    )
    checkDriverNames(assumptions)
    return (assumptions, history)
  }

  private func checkDriverNames(_ assumptions: Assumptions) {
    for (other, name) in collidingDrivers(among: assumptions.driverNames) {
      findings.add(
        .distinctDriver(other: other), at: Spot(file: EventFile.name), path: "assumptions",
        found: name
      )
    }
  }
}
