public import Contracts
public import Decision
import Loading
import Simulation

/// The answer of `assay whatif --vary`: for people as ``text``, for machines as ``json``.
public struct VaryReport: Sendable {
  /// What stands at a varied term in one bid as it is written.
  public struct Stated: Hashable, Sendable {
    /// The bid; nothing for the event's draft.
    public var option: String?

    /// The text of the term; nothing where the bid has none.
    public var text: String?

    /// Creates what is stated.
    public init(option: String?, text: String?) {
      self.option = option
      self.text = text
    }
  }

  let event: Event
  let design: Design
  let provenance: Provenance
  let simulated: Int

  /// What stands at each varied term, in the order of the design.
  let written: [[Stated]]

  /// The event as it is written.
  public let reference: WhatIfCell

  /// The cells, in the order of the design.
  public let cells: [WhatIfCell]

  /// Gathers what is reported.
  ///
  /// - Parameters:
  ///   - event: What was put out to bid.
  ///   - design: The cells that were asked for.
  ///   - reference: The event as it is written.
  ///   - cells: The cells, in the order of the design.
  ///   - written: What stands at each varied term, by bid.
  ///   - simulated: How many options were simulated, today's operation among them.
  ///   - provenance: What the answer is made from.
  public init(
    _ event: Event, _ design: Design, _ reference: WhatIfCell, _ cells: [WhatIfCell],
    written: [[Stated]], simulated: Int, _ provenance: Provenance
  ) {
    self.event = event
    self.design = design
    self.reference = reference
    self.cells = cells
    self.written = written
    self.simulated = simulated
    self.provenance = provenance
  }

  var basis: CostBasis { reference.basis }

  /// The bids in the order of their identifiers.
  var ids: [String] { reference.bids.map(\.id).sorted() }

  /// The bids that any cell changes.
  var changedIds: [String] {
    ids.filter { id in cells.contains { $0.bid(id)?.change != nil } }
  }

  /// The varied terms in few words.
  var terms: [String] { design.axes.map { termHeading($0.path) } }

  /// The unit in which amounts are shown.
  var money: MoneyScale {
    let costs = reference.bids.compactMap { $0.figures.costs[.beforeCredits]?.estimate.value }
    return MoneyScale(
      currency: event.currency, largest: costs.map(\.magnitude).max() ?? 0)
  }

  /// The report for people.
  public var text: String {
    var page = Page()
    addHeading(to: &page)
    addWinners(to: &page)
    addMap(to: &page)
    addFigures(to: &page)
    addChanges(to: &page)
    addPassThrough(to: &page)
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }

  /// The heading of a study of `event`.
  static func heading(_ event: Event, _ provenance: Provenance, _ money: MoneyScale) -> String {
    "\(event.horizon.of("month")) from \(event.firstMonth), net present at "
      + "\(event.discounting.words). \(provenance.futures.of("future")), seed \(provenance.seed), the "
      + "same in every variation. Amounts in \(money.words)."
  }

  /// What the basis of the ranking does not see, where it sees no credits.
  static func basisNote(_ basis: CostBasis) -> String {
    switch basis {
    case .beforeCredits:
      "Bids are ranked by the \(basis.words), as the event asks. Terms of credits change it only where "
        + "they change whether you leave: what they are worth stands in the cost after credits."
    case .afterCredits: "Bids are ranked by the \(basis.words), as the event asks."
    }
  }
}

extension Estimate {
  /// The amount and its standard error.
  func shown(in money: MoneyScale) -> String {
    guard standardError.isFinite else { return money.fine(value) }
    return value == 0 && standardError == 0
      ? "0" : "\(money.fine(value)) ±\(money.fine(standardError))"
  }

  /// The share and its standard error in per cent, with `places` decimals.
  func shownPercent(places: Int) -> String {
    let share = value.percent(places: places)
    return standardError.isFinite
      ? share + " ±" + (standardError * 100).figure(places: places) : share
  }
}

/// The path of a term as a heading, of which the front keys are left out where it is long.
func termHeading(_ path: String) -> String {
  let short = shortTermPath(path)
  var keys = short.split(separator: "/")
  while keys.count > 1, keys.joined(separator: "/").columns > TextTable.widestCell - 2 {
    keys.removeFirst()
  }
  let heading = keys.joined(separator: "/")
  return heading == short ? short : "…/" + heading
}
