import Contracts
import Tables

/// Reads the folders of the bids and of the baseline.
struct BidFolder {
  static let baseline = "baseline"

  let folder: EventFolder
  let context: EventContext
  let draft: WrittenValue
  let overrides: Overrides

  /// The identifiers of the bids, in ascending order; faults are reported by ``checkNames()``.
  static func ids(in folder: EventFolder) -> [String] { folder.folders(in: "bids") }

  /// Reports names that could not stand in a path, and names that mean something else.
  static func checkNames(in folder: EventFolder) {
    let ids = ids(in: folder)
    if ids.isEmpty { folder.findings.add(.someBid, at: Spot(file: "bids")) }
    for id in ids {
      let spot = Spot(file: "bids/\(id)")
      if !isSafeName(id) { folder.findings.add(.safeName, at: spot, found: id) }
      if [baseline, PerformanceTable.peers].contains(id) {
        folder.findings.add(.unreservedName, at: spot, found: id)
      }
    }
  }

  /// The bids in the rounds that count.
  func bids() -> [Bid] {
    Self.ids(in: folder).compactMap { id in
      let rounds = folder.folders(in: "bids/\(id)").sorted(by: roundPrecedes)
      guard let last = rounds.last else {
        folder.findings.add(.someRound, at: Spot(file: "bids/\(id)"), found: id)
        return nil
      }
      for round in rounds where !isSafeName(round) {
        folder.findings.add(.safeName, at: Spot(file: "bids/\(id)/\(round)"), found: round)
      }
      return bid(id, round: last, in: "bids/\(id)/\(last)", over: overrides.everyBid)
    }
  }

  /// Today's operation, or nothing where the event has none.
  func baseline() -> Bid? {
    guard folder.folders(in: "").contains(Self.baseline) else { return nil }
    return bid(Self.baseline, round: "", in: Self.baseline, over: [])
  }

  private func bid(
    _ id: String, round: String, in place: String, over shared: [WrittenValue]
  ) -> Bid? {
    checkStrayFiles(in: place)
    let file = "\(place)/bid.yaml"
    // Without its own terms, every price and reference of the bid would seem wrong.
    guard let root = folder.yaml(file) else { return nil }
    let item = Item(value: root, keySpot: root.spot, path: "", findings: folder.findings)
    let page = item.section(readPage)
    let own = (page?.terms.map { [$0] } ?? []) + shared + (overrides.bid[id] ?? [])
    let written = own.reduce(draft) { $0.overlaid(with: $1) }
    let terms = Terms(written, context: context, folder: folder)
    let prices = PriceTable(file: "\(place)/prices.csv", terms: terms).read()
    let contract = Contract(id: id, clauses: terms.clauses(prices: prices))
    let answers = AnswerTable(file: "\(place)/answers.csv", context: context, folder: folder)
    return Bid(
      id: id, name: page?.name ?? id, round: round, contract: contract, answers: answers.read(),
      statedTotal: page?.statedTotal
    )
  }

  private struct Page {
    var name: String?
    var statedTotal: Double?
    var terms: WrittenValue?
  }

  private func readPage(_ section: Section) -> Page {
    let terms = section.given("terms")
    if let terms, terms.value.entries == nil { terms.refuse(.mapping) }
    return Page(
      name: section.needed("name")?.text(),
      statedTotal: section.given("stated_total")?.number(),
      terms: terms?.value.entries == nil ? nil : terms?.value
    )
  }

  /// A file that nearly bears the name of one that is read would be passed over in silence.
  private func checkStrayFiles(in place: String) {
    let known = ["bid.yaml", "prices.csv", "answers.csv"]
    let names = folder.names(in: place)
    let absent = known.filter { !names.contains($0) }
    for name in names where !known.contains(name) {
      guard let meant = nearest(to: name, in: absent) else { continue }
      folder.findings.add(
        .knownFile, at: Spot(file: "\(place)/\(name)"), found: name, nearest: meant
      )
    }
  }
}
