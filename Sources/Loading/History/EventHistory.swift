import Calibration
import Contracts
import Futures
import Quantities

/// What an event takes from history: the fits of its demand and of its options' performance.
struct EventHistory {
  /// The fits of demand by service line.
  var demand: [String: DemandFit] = [:]

  /// The fits of performance by option.
  var performance: [String: PerformanceFit] = [:]

  /// The SHA-256 of the mapping and of the data.
  var digests: [String: String] = [:]

  /// Whether history is named but cannot be read, so that what is not known of it is no fault.
  var isBroken = false
}

/// Reads the history that `assumptions/history` names, and fits it.
struct HistoryTable {
  let folder: EventFolder
  let context: EventContext
  let term: Term

  /// The bids and the baseline.
  let options: [String]

  /// Where the data lies, instead of where the event says.
  let data: String?

  private struct Wanted {
    var mapping: String
    var folder: String?
    var demand: [(line: String, key: History.Key, item: Item)] = []
    var performance: [(option: String, provider: String)] = []
  }

  func read(_ item: Item?) -> EventHistory {
    guard let item else { return EventHistory() }
    guard let wanted = item.section(readWanted) else { return EventHistory(isBroken: true) }
    let file = HistoryFile(findings: folder.findings)
    let data = data ?? wanted.folder.map { path($0) }
    guard
      let (record, mapping) = file.read(
        mapping: path(wanted.mapping), named: wanted.mapping, data: data
      )
    else { return EventHistory(isBroken: true) }
    var history = EventHistory(digests: record.digests)
    for (line, key, item) in wanted.demand {
      history.demand[line] = fit(line, key, item, mapping, record)
    }
    fitPerformance(of: wanted.performance, record, &history)
    return history
  }

  private func path(_ name: String) -> String {
    name.hasPrefix("/") ? name : folder.path(of: name)
  }

  private func readWanted(_ section: Section) -> Wanted? {
    let mapping = section.needed("mapping")?.text()
    let folder = section.given("folder")?.text()
    let demand = (section.given("demand")?.named() ?? []).compactMap { readDemand($0, $1) }
    let performance = (section.given("performance")?.named() ?? []).compactMap { option, item in
      item.keyIsDeclared(option, in: options, kind: "bids")
        ? item.text().map { (option: option, provider: $0) } : nil
    }
    guard let mapping else { return nil }
    return Wanted(
      mapping: mapping, folder: folder, demand: demand,
      performance: performance.sorted { $0.option < $1.option }
    )
  }

  private func readDemand(
    _ line: String, _ item: Item
  ) -> (line: String, key: History.Key, item: Item)? {
    guard item.keyIsDeclared(line, in: context.serviceLineIds, kind: "service_lines") else {
      return nil
    }
    return item.section { section in
      let provider = section.needed("provider")?.text()
      let series = section.needed("series")
      guard let provider, let name = series?.text(), let series else { return nil }
      return (line, History.Key(provider: provider, series: name), series)
    }
  }

  private func fit(
    _ line: String, _ key: History.Key, _ item: Item, _ mapping: Mapping, _ record: HistoryRecord
  ) -> DemandFit? {
    guard item.reference(to: mapping.series.map(\.name), kind: "series of the mapping") != nil
    else { return nil }
    guard let observations = record.history.series[key] else {
      folder.findings.note(.providerNotInHistory(option: line, provider: key.provider))
      return nil
    }
    do {
      return try fitDemand(serviceLine: line, observations)
    } catch {
      folder.findings.note(.demandNotFitted(serviceLine: line, provider: key.provider))
      return nil
    }
  }

  /// Every fit of an option's provider, with the share of innovations that they have in common.
  private func fitPerformance(
    of wanted: [(option: String, provider: String)], _ record: HistoryRecord,
    _ history: inout EventHistory
  ) {
    let surprises = history.demand.mapValues(\.surprises)
    for (option, provider) in wanted {
      guard record.providers.contains(provider) else {
        folder.findings.note(.providerNotInHistory(option: option, provider: provider))
        continue
      }
      let observations = context.metrics.compactMap { metric in
        record.history.series[History.Key(provider: provider, series: metric.id)]
          .map { (metric.id, $0) }
      }
      history.performance[option] = Calibration.fitPerformance(
        provider: provider,
        metrics: context.metrics.map { (id: $0.id, link: $0.link) },
        observations: Dictionary(observations) { first, _ in first },
        demandSurprises: surprises, firstMonth: term.firstMonth
      )
    }
    let ordered = history.performance.sorted { $0.key < $1.key }.map(\.value)
    let shares = commonShares(of: ordered)
    history.performance = history.performance.mapValues { $0.sharing(shares) }
  }
}
