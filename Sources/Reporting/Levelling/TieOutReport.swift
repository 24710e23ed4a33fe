public import Contracts
import Futures
public import Settlement

/// Whether what bidders state is what their prices come to: for people as ``text(isFull:)``, for
/// machines as ``json``.
public struct TieOutReport: Sendable {
  private let event: Event

  /// What each bid states beside what its prices come to, by ascending identifier.
  public let bids: [TieOut]

  /// Reports on the `bids` of `event`.
  public init(_ event: Event, _ bids: [TieOut]) {
    self.event = event
    self.bids = bids
  }

  /// Whether every total that is stated agrees with the prices.
  public var tiesOut: Bool { bids.allSatisfy(\.differing.isEmpty) }

  /// The report for people: the totals that differ, or all of them where it is to be full.
  public func text(isFull: Bool = false) -> String {
    var page = Page()
    page.title(event.title)
    add(to: &page, isFull: isFull)
    return page.text
  }

  /// Adds the section.
  func add(to page: inout Page, isFull: Bool = false) {
    page.section("Stated totals and what the prices come to, in \(event.currency), undiscounted")
    page.points(bids.map(\.summary))
    let shown = bids.filter { !(isFull ? $0.rows : $0.differing).isEmpty }
    guard !shown.isEmpty else { return }
    page.gap()
    page.table(table(of: shown, isFull: isFull))
  }

  private func table(of bids: [TieOut], isFull: Bool) -> TextTable {
    TextTable(
      keys: ["bid", "line"], ["year", "stated", "prices come to", "difference", "allowed"],
      rows: bids.flatMap { bid in
        (isFull ? bid.rows : bid.differing).map { [bid.bid] + $0.cells }
      })
  }

  /// The report for machines, as `docs/schema/tie-out.schema.json` describes it.
  public var json: String { facts.document }

  private var facts: Json {
    [
      "event": .text(event.id), "currency": .text(event.currency),
      "tolerance": .number(event.levelling.tolerance), "ties_out": .truth(tiesOut),
      "bids": .list(bids.map(\.json)),
    ]
  }
}

extension TieOutReport {
  /// The part of `assay check` about `bid` alone, or about all bids.
  func section(of bid: String?) -> CheckSection {
    let told = bids.filter { bid == nil || $0.bid == bid }
    let differing = told.filter { !$0.differing.isEmpty }
    var body: CheckSection.Body = [.points(told.map(\.summary))]
    if !differing.isEmpty { body.append(.table(table(of: differing, isFull: false))) }
    let count = differing.reduce(0) { $0 + $1.differing.count }
    return CheckSection(
      key: "tie_out", heading: "Stated totals and what the prices come to", body: body,
      json: facts, count: (count, "untied total"), fails: .strictly)
  }
}

extension TieOut {
  fileprivate var summary: String {
    if rows.isEmpty { return "\(bid) states no total." }
    guard differing.isEmpty else { return sentence }
    return "\(bid) ties out in \(rows.count.of("stated total")), \(basis.words)."
  }

  fileprivate var json: Json {
    [
      "id": .text(bid), "basis": .text(basis.rawValue), "ties_out": .truth(differing.isEmpty),
      "totals": .list(rows.map(\.json)),
    ]
  }
}

extension TieOut.Row {
  /// What is stated, in words.
  var words: String {
    let line = item ?? "all of it"
    return year.map { "\(line) in year \($0)" } ?? (item == nil ? "the whole term" : line)
  }

  /// The row as facts.
  var json: Json {
    [
      "item": .optional(item, Json.text), "year": .optional(year) { .count($0) },
      "stated": .number(stated), "settled": .number(settled), "difference": .number(difference),
      "tolerance": .number(tolerance), "ties_out": .truth(tiesOut),
    ]
  }

  fileprivate var cells: [String] {
    [item ?? "all", year.map { "\($0)" } ?? "all"]
      + [stated, settled, difference, tolerance].map { $0.figure(places: 2) }
  }
}

extension StatedTotals.Basis {
  fileprivate var words: String {
    switch self {
    case .prices: "at the prices of the bid"
    case .indexed: "with indices on their expected path"
    }
  }
}
