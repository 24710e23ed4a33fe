import Contracts
import Futures

/// Reads a file with a contract, what has happened under it and what that must come to.
struct CaseFile {
  let folder: EventFolder
  let name: String

  /// The event, and the contract in each of its readings.
  private struct Agreed {
    var event: Event
    var context: EventContext
    var readings: [SettlementCase.Reading]
  }

  /// The case, or nothing where it is faulty.
  func read() -> SettlementCase? {
    folder.yaml(name).flatMap { root in
      Item(value: root, keySpot: root.spot, path: "", findings: folder.findings)
        .section(readCase)
    }
  }

  private func readCase(_ section: Section) -> SettlementCase? {
    let id = section.needed("id")?.text()
    let source = section.needed("source")?.text()
    let status = section.given("status")?.text() ?? ""
    let notes = section.given("notes")?.text() ?? ""
    _ = (section.given("clause")?.text(), section.given("arithmetic")?.text())
    let actualsItem = section.needed("actuals")
    let expectedItem = section.given("expected")
    let readings = (section.given("readings")?.named() ?? []).filter { $0.item.isMapping() }
    let overlays = readings.map { (name: $0.name, terms: $0.item.value) }
    guard var agreed = agreed(section, overlays, actualsItem) else { return nil }
    let actuals = actualsItem.flatMap {
      ActualsReader(folder: folder, context: agreed.context).read($0)
    }
    let expected = ExpectationReader(
      readings: overlays.map(\.name), months: agreed.event.horizon
    ).read(expectedItem)
    guard let id, let source, let actuals else { return nil }
    agreed.event.fillBaselines(from: actuals)
    return SettlementCase(
      id: id, title: agreed.event.title.isEmpty ? id : agreed.event.title, source: source,
      status: status, notes: notes, event: agreed.event,
      readings: agreed.readings, actuals: actuals, expected: expected,
      loadingNotes: folder.findings.notes)
  }

  private func agreed(
    _ section: Section, _ overlays: [(name: String, terms: WrittenValue)], _ actuals: Item?
  ) -> Agreed? {
    if let event = section.given("event") {
      return agreed(inEvent: event, of: section.needed("bid"), overlays)
    }
    let file = EventFile(folder: folder)
    let parts = file.caseParts(section, indices: ActualsReader.indexNames(in: actuals))
    guard let event = parts.event else { return nil }
    let empty = WrittenValue(spot: section.spot, content: .mapping([]))
    let drafted = parts.terms ?? empty
    let readings = ([("", empty)] + overlays).map { name, overlay in
      let terms = Terms(drafted.overlaid(with: overlay), context: parts.context, folder: folder)
      return SettlementCase.Reading(
        name: name, contract: terms.contract("contract", prices: PriceList(isSound: true)))
    }
    return Agreed(event: event, context: parts.context, readings: readings)
  }

  /// The contract of a bid of the event whose folder is named.
  private func agreed(
    inEvent event: Item, of bid: Item?, _ overlays: [(name: String, terms: WrittenValue)]
  ) -> Agreed? {
    guard let place = event.text(), let id = bid?.text() else { return nil }
    let empty = WrittenValue(spot: event.spot, content: .mapping([]))
    var agreed: Agreed?
    for (name, overlay) in [("", empty)] + overlays {
      let root = EventFolder(root: folder.path(of: place), findings: folder.findings)
      let reader = EventReader(folder: root, data: nil, overrides: [:], over: [id: [overlay]])
      guard let dossier = reader.read() else { return nil }
      let options = dossier.bids + (dossier.baseline.map { [$0] } ?? [])
      guard let chosen = options.first(where: { $0.id == id }) else {
        _ = bid?.reference(to: options.map(\.id), kind: "bids")
        return nil
      }
      let reading = SettlementCase.Reading(name: name, contract: chosen.contract)
      if agreed == nil {
        agreed = Agreed(
          event: dossier.event, context: EventContext(dossier.event), readings: [])
      }
      agreed?.readings.append(reading)
    }
    return agreed
  }
}

extension Event {
  /// Takes the actual volumes for the baseline of the service lines that have none.
  fileprivate mutating func fillBaselines(from actuals: Actuals) {
    for position in serviceLines.indices where serviceLines[position].baseline.allSatisfy(\.isNaN) {
      let known = actuals.volumes[serviceLines[position].id] ?? []
      serviceLines[position].baseline = (0..<horizon).map { month in
        month < known.count ? known[month] : known.last ?? 0
      }
    }
  }
}
