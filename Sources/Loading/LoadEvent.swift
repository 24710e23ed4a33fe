import Calibration
import Contracts
import Futures

/// Reads the event in `folder`.
///
/// - Parameters:
///   - folder: The folder that holds `event.yaml`.
///   - data: Where the history's file lies, instead of where the event says.
///   - overrides: Terms to be laid over those of the files: YAML text by path, where
///     `terms/…` names the event's own and `bids/<id or *>/terms/…` those of bids; `null` takes
///     a term away. `*` means every bid but not the baseline, which is named `baseline`. Later in
///     this order wins: event, its overrides, bid, overrides for `*`, overrides for the bid.
/// - Returns: The event with its bids and assumptions.
/// - Throws: ``LoadingError`` with every fault of every file.
public func loadEvent(
  at folder: String, data: String? = nil, overrides: [String: String] = [:]
) throws(LoadingError) -> Dossier {
  let findings = Findings()
  let reader = EventReader(
    folder: EventFolder(root: folder, findings: findings), data: data, overrides: overrides
  )
  guard let dossier = reader.read(), findings.count == 0 else { throw findings.error }
  return dossier
}

/// Reads an event's files in the order in which they refer to one another.
struct EventReader {
  let folder: EventFolder
  let data: String?
  let overrides: [String: String]
  /// Terms that are laid over those of bids, last of all.
  var over: [String: [WrittenValue]] = [:]

  private var findings: Findings { folder.findings }

  /// The dossier; nothing, or a partial one, where there are faults.
  func read() -> Dossier? {
    guard folder.isThere() else { return nil }
    folder.readAhead([EventFile.name] + BidFolder.pages(in: folder))
    guard let parts = EventFile(folder: folder).read() else { return nil }
    BidFolder.checkNames(in: folder)
    let ids = BidFolder.ids(in: folder) + [BidFolder.baseline]
    var overlays = Overrides(overrides, bids: ids, findings: findings)
    overlays.lay(over)
    let bidFolder = BidFolder(
      folder: folder, context: parts.context, draft: draft(parts, overlays), overrides: overlays
    )
    var bids = bidFolder.bids()
    let delays = TransitionTable(
      folder: folder, bids: BidFolder.ids(in: folder), goLive: parts.event?.goLive ?? 1,
      horizon: parts.context.horizon
    ).read(parts.assumptions)
    for place in bids.indices {
      bids[place].delays = delays[bids[place].id] ?? delays[PerformanceTable.peers] ?? []
    }
    let costs = CostToServeTable(folder: folder, bids: BidFolder.ids(in: folder))
      .read(parts.assumptions)
    let baseline = bidFolder.baseline()
    let options = (baseline.map { [$0] } ?? []) + bids
    guard
      let (assumptions, history) = AssumptionsReader(
        folder: folder, context: parts.context, goLive: parts.event?.goLive ?? 1,
        options: options, names: ids, data: data
      ).read(parts.assumptions), var event = parts.event
    else { return nil }
    event.scoreSheet = ScoreTable(
      folder: folder, criteria: event.criteria, bids: BidFolder.ids(in: folder)
    ).read()
    event.startLevels = assumptions.indices.map(\.startLevel)
    StrayFiles(folder: folder).report()
    var dossier = Dossier(
      event: event, baseline: baseline, bids: bids, assumptions: assumptions,
      demandFits: parts.context.serviceLineIds.compactMap { history.demand[$0] },
      performanceFits: history.performance.sorted { $0.key < $1.key }.map(\.value),
      historyProviders: history.performance.mapValues(\.provider),
      notes: findings.notes.filter { !$0.isForCheckAlone },
      digest: folder.digest(overrides: overrides),
      dataDigests: folder.digests.merging(history.digests) { own, _ in own }
    )
    (dossier.history, dossier.demandSeries) = (history.observed, history.demandSeries)
    for bid in bids {
      dossier.costToServe[bid.id] = costs[bid.id] ?? costs[PerformanceTable.peers]
    }
    return dossier
  }

  /// The event's draft terms with their overrides laid over them.
  private func draft(_ parts: EventFile.Parts, _ overlays: Overrides) -> WrittenValue {
    let empty = WrittenValue(
      spot: Spot(file: EventFile.name, line: 1, column: 1), content: .mapping([])
    )
    return overlays.event.reduce(parts.terms ?? empty) { $0.overlaid(with: $1) }
  }
}
