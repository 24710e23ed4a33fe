import Contracts

/// Reads the folders of the bids and of the baseline.
struct BidFolder {
  static let baseline = "baseline"

  let folder: EventFolder
  let context: EventContext
  let draft: WrittenValue
  let overrides: Overrides

  /// The identifiers of the bids, in ascending order; faults are reported by ``checkNames()``.
  static func ids(in folder: EventFolder) -> [String] { folder.folders(in: "bids") }

  /// The rounds of the bid in `place`, the one that counts last.
  static func rounds(in place: String, of folder: EventFolder) -> [String] {
    folder.folders(in: place).sorted(by: roundPrecedes)
  }

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
    let (context, draft, overrides) = (context, draft, overrides)
    return folder.mapSideBySide(Self.ids(in: folder)) { id, folder in
      BidFolder(folder: folder, context: context, draft: draft, overrides: overrides).bid(id)
    }.compactMap(\.self)
  }

  private func bid(_ id: String) -> Bid? {
    let rounds = Self.rounds(in: "bids/\(id)", of: folder)
    guard let last = rounds.last else {
      folder.findings.add(.someRound, at: Spot(file: "bids/\(id)"), found: id)
      return nil
    }
    for round in rounds where !isSafeName(round) {
      folder.findings.add(.safeName, at: Spot(file: "bids/\(id)/\(round)"), found: round)
    }
    if rounds.count > 1 {
      folder.findings.note(.lastRoundCounts(option: id, rounds: rounds))
    }
    return bid(id, round: last, in: "bids/\(id)/\(last)", over: overrides.everyBid)
  }

  /// The pages of the bids in the rounds that count.
  static func pages(in folder: EventFolder) -> [String] {
    ids(in: folder).compactMap { id in
      rounds(in: "bids/\(id)", of: folder).last.map { "bids/\(id)/\($0)/\(page)" }
    }
  }

  private static let page = "bid.yaml"

  /// Today's operation, or nothing where the event has none.
  func baseline() -> Bid? {
    guard folder.folders(in: "").contains(Self.baseline) else { return nil }
    return bid(Self.baseline, round: "", in: Self.baseline, over: [])
  }

  /// The bid whose files lie in `place`, which need not be that of its round.
  func bid(
    _ id: String, round: String, in place: String, over shared: [WrittenValue]
  ) -> Bid? {
    let file = "\(place)/\(Self.page)"
    let page = folder.yaml(file).flatMap { root in
      Item(value: root, keySpot: root.spot, path: "", findings: folder.findings)
        .section { readPage($0, isBaseline: id == Self.baseline) }
    }
    if page == nil { folder.findings.distrust("terms", in: file) }
    let answered = place == Self.baseline ? .init() : deviations(in: place, beside: page?.terms)
    let own =
      (page?.terms.map { [$0] } ?? []) + answered.terms + shared + (overrides.bid[id] ?? [])
    let written = own.reduce(draft) { $0.overlaid(with: $1) }
    var terms = Terms(written, context: context, folder: folder)
    terms.option = id
    if id == Self.baseline { terms.priceChanges = PriceChanges() }
    let prices = PriceSheets(place: place, terms: terms, improvement: page?.improvement).read()
    // Without the bid's own terms it cannot be told whether terms and prices fit together.
    var contract =
      page == nil
      ? Contract(id: id, clauses: prices.clauses) : terms.contract(id, prices: prices)
    if id != Self.baseline { contract.clauses += StrandedItems(context, draft: draft).clauses }
    if prices.isSound {
      PriceGaps(option: id, context: context).note(contract.clauses, folder.findings)
    }
    let answers = AnswerTable(file: "\(place)/answers.csv", context: context, folder: folder)
    var bid = Bid(
      id: id, name: page?.name ?? id, round: round, contract: contract, answers: answers.read(),
      deviations: answered.deviations)
    if let page { bid.statedTotals = page.totals }
    if id != Self.baseline { level(&bid, in: place, terms.items(in: prices)) }
    return bid
  }

  /// What the bid says to single terms of the draft; today's operation says nothing.
  private func deviations(
    in place: String, beside own: WrittenValue?
  ) -> DeviationTable.Result {
    DeviationTable(file: "\(place)/\(DeviationTable.name)", draft: draft, folder: folder)
      .read(beside: own)
  }

  private struct Page {
    var name: String?
    var totals = StatedTotals()
    var improvement: Double?
    var terms: WrittenValue?
  }

  private func readPage(_ section: Section, isBaseline: Bool) -> Page {
    let terms = section.given("terms").flatMap { $0.isMapping() ? $0.value : nil }
    return Page(
      name: section.needed("name")?.text(),
      totals: section.readTotals(),
      improvement: isBaseline ? section.given("improvement")?.share(.improvement) : nil,
      terms: terms
    )
  }
}
