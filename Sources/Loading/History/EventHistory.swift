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

  /// What was observed.
  var observed = History()

  /// The series that demand is read from, by service line.
  var demandSeries: [String: History.Key] = [:]

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
    var demand: [(line: String, provider: Item, series: Item)] = []
    var performance: [(option: String, item: Item)] = []
  }

  func read(_ item: Item?) -> EventHistory {
    guard let item else { return EventHistory() }
    guard let wanted = item.section(readWanted) else { return EventHistory(isBroken: true) }
    let before = folder.findings.count
    let file = HistoryFile(findings: folder.findings)
    let data = data ?? wanted.folder.map { path($0) }
    guard
      let (record, mapping, _) = file.read(
        mapping: path(wanted.mapping), named: wanted.mapping, data: data
      )
    else { return EventHistory(isBroken: true) }
    mention(wanted, mapping, data)
    var history = EventHistory(observed: record.history, digests: record.digests)
    guard folder.findings.count == before else {
      history.isBroken = true
      return history
    }
    for (line, provider, series) in wanted.demand {
      history.demand[line] = fit(line, provider, series, mapping, record)
      history.demandSeries[line] = key(provider, series)
    }
    HistoryCheck(mapping: mapping, record: record, context: context, findings: folder.findings)
      .report(firstMonth: term.firstMonth)
    noteGaps(of: wanted, in: record)
    fitPerformance(of: wanted.performance, record, &history)
    history.isBroken = folder.findings.count > before
    return history
  }

  /// Notes the months that are not whole of the series that the event relies on.
  private func noteGaps(of wanted: Wanted, in record: HistoryRecord) {
    let demand = wanted.demand.map { [$0.provider.plain, $0.series.plain] }
    let providers = wanted.performance.map(\.item.plain)
    let metrics = context.metrics.map(\.id)
    let gaps = record.gaps.filter { gap in
      demand.contains([gap.provider, gap.series])
        || providers.contains(gap.provider) && metrics.contains(gap.series)
    }
    for note in gaps.notes { folder.findings.note(note) }
  }

  /// What is read of the event's folder, though it might lie elsewhere.
  private func mention(_ wanted: Wanted, _ mapping: Mapping, _ data: String?) {
    folder.mention(path(wanted.mapping))
    folder.mention(data ?? path(mapping.file))
  }

  private func key(_ provider: Item, _ series: Item) -> History.Key? {
    guard let provider = provider.plain, let series = series.plain else { return nil }
    return History.Key(provider: provider, series: series)
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
        ? (option: option, item: item) : nil
    }
    guard let mapping else { return nil }
    return Wanted(
      mapping: mapping, folder: folder, demand: demand,
      performance: performance.sorted { $0.option < $1.option }
    )
  }

  private func readDemand(
    _ line: String, _ item: Item
  ) -> (line: String, provider: Item, series: Item)? {
    guard item.keyIsDeclared(line, in: context.serviceLineIds, kind: "service_lines") else {
      return nil
    }
    return item.section { section in
      let provider = section.needed("provider")
      let series = section.needed("series")
      guard let provider, let series else { return nil }
      return (line, provider, series)
    }
  }

  private static let providers = "providers of the history"

  private func fit(
    _ line: String, _ provider: Item, _ series: Item, _ mapping: Mapping, _ record: HistoryRecord
  ) -> DemandFit? {
    let provider = provider.reference(to: record.providers, kind: Self.providers)
    let series = series.reference(to: mapping.series.map(\.name), kind: "series of the mapping")
    guard let provider, let series else { return nil }
    let key = History.Key(provider: provider, series: series)
    guard let observations = record.history.series[key] else {
      folder.findings.note(
        .demandNotInHistory(serviceLine: line, provider: provider, series: series)
      )
      return nil
    }
    do {
      return try fitDemand(serviceLine: line, observations)
    } catch {
      folder.findings.note(.demandNotFitted(serviceLine: line, provider: provider))
      return nil
    }
  }

  /// Every fit of an option's provider, with the share of innovations that they have in common.
  private func fitPerformance(
    of wanted: [(option: String, item: Item)], _ record: HistoryRecord,
    _ history: inout EventHistory
  ) {
    let surprises = history.demand.mapValues(\.surprises)
    for (option, item) in wanted {
      guard let provider = item.reference(to: record.providers, kind: Self.providers) else {
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
