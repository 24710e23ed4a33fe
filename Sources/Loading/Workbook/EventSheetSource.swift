import Contracts

/// What an event tells its workbooks.
struct EventSheetSource {
  let folder: EventFolder
  let parts: EventFile.Parts
  let event: Event
  let names: EventNames

  /// The SHA-256 of `event.yaml`.
  let digest: String

  /// Reads the event without its bids; nothing where it is faulty, which is reported.
  init?(folder root: String, findings: Findings) {
    let folder = EventFolder(root: root, findings: findings)
    guard folder.isThere(), let parts = EventFile(folder: folder).read(), let event = parts.event,
      findings.count == 0, let digest = folder.digests[EventFile.name]
    else { return nil }
    self.folder = folder
    self.parts = parts
    self.event = event
    self.digest = digest
    let terms = Terms(Self.draft(parts), context: parts.context, folder: folder)
    names = EventNames(
      serviceLines: parts.context.serviceLineIds, indexations: terms.indexations,
      currency: event.currency, otherCurrencies: parts.context.rates.keys.sorted())
  }

  private static func draft(_ parts: EventFile.Parts) -> WrittenValue {
    let empty = WrittenValue(
      spot: Spot(file: EventFile.name, line: 1, column: 1), content: .mapping([]))
    return parts.terms ?? empty
  }

  /// Reads the bid that lies in `place` as every bid is read.
  func readBid(_ id: String, in place: String) {
    let bids = BidFolder(
      folder: folder, context: parts.context, draft: Self.draft(parts),
      overrides: Overrides([:], bids: [], findings: folder.findings))
    _ = bids.bid(id, round: "", in: place, over: [])
  }

  /// What reads the workbooks of this event's bidders.
  func reader(named file: String, findings: Findings) -> BidWorkbookReader {
    BidWorkbookReader(
      file: file, names: names, event: event, digest: digest, findings: findings)
  }
}
