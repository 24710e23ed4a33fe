public import Contracts
public import Decision
import Loading
import Simulation

/// The answer of `assay whatif --exchange`: for people as ``text``, for machines as ``json``.
public struct ExchangeReport: Sendable {
  let event: Event
  let paths: [String]
  let missing: [(path: String, bid: String)]
  let provenance: Provenance

  /// What a little more of each term is worth in each bid: term by term, in the order of the bids.
  public let worths: [TermWorth]

  /// Gathers what is reported.
  ///
  /// - Parameters:
  ///   - event: What was put out to bid.
  ///   - worths: The worths, term by term.
  ///   - missing: Terms that a bid does not state.
  ///   - paths: The terms' full paths, in the order in which they were asked for.
  ///   - provenance: What the answer is made from.
  public init(
    _ event: Event, _ worths: [TermWorth], missing: [(path: String, bid: String)],
    paths: [String], _ provenance: Provenance
  ) {
    self.event = event
    self.worths = worths
    self.missing = missing
    self.paths = paths
    self.provenance = provenance
  }

  private var money: MoneyScale {
    let amounts = worths.compactMap { $0.worth[.afterCredits]?.value.magnitude }
    return MoneyScale(currency: event.currency, largest: amounts.max() ?? 0)
  }

  /// The bids in which any term was moved.
  private var bids: [String] { Set(worths.map(\.bid)).sorted() }

  /// The report for people.
  public var text: String {
    var page = Page()
    page.title("What if: \(event.title)")
    page.paragraph(VaryReport.heading(event, provenance, money))
    page.paragraph(
      "Worth is the fall of your mean cost after credits for one unit more of the term, a percentage "
        + "point of a percentage, between the two values that are named; the price is the mean cost "
        + "before credits and without your own loss from poor service.")
    page.paragraph(VaryReport.basisNote(event.costBasis))
    for bid in bids { addTable(of: bid, to: &page) }
    if !missing.isEmpty {
      page.gap()
      page.points(missing.map { "\($0.bid) states no number at \(shortTermPath($0.path))." })
    }
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }

  private func addTable(of bid: String, to page: inout Page) {
    let own = worths.filter { $0.bid == bid }
    let first = own.first.map { termHeading($0.path) } ?? unknown
    page.section("What terms are worth in \(bid)")
    page.table(
      TextTable(
        keys: ["term", "as written", "compared"],
        ["one unit is worth", "of the price", "in units of \(first)"],
        rows: own.map { worth in
          [
            termHeading(worth.path), worth.value.text,
            "\(worth.ends.low.text) and \(worth.ends.high.text)",
            worth.worth[.afterCredits]?.shown(in: money) ?? unknown,
            worth.ofPrice.shownPercent(places: 3),
            worth.inUnitsOfFirst.map(Self.ratio) ?? unknown,
          ]
        }))
    page.gap()
    page.points(own.map(sentence))
  }

  private static func ratio(_ ratio: Estimate) -> String {
    ratio.standardError > 0
      ? "\(ratio.value.coefficient) ±\(ratio.standardError.coefficient)" : ratio.value.coefficient
  }

  private func sentence(_ worth: TermWorth) -> String {
    let term = shortTermPath(worth.path)
    let unit =
      switch worth.value.unit {
      case .percent: "One percentage point of \(term)"
      case .months: "One month of \(term)"
      case .none: "One more of \(term)"
      }
    let share = worth.ofPrice
    guard abs(share.value) > 2 * share.standardError else {
      return "\(unit) is worth nothing to you that could be told from 0: "
        + "\(share.value.percent(places: 3)) of the price, ± \(share.standardError.percent(places: 3))."
    }
    let verb = share.value < 0 ? "costs you" : "is worth"
    return "\(unit) \(verb) \(abs(share.value).percent(places: 3)) of the price, "
      + "± \(share.standardError.percent(places: 3))."
  }

  /// The report for machines, as `docs/schema/whatif.schema.json` describes it.
  public var json: String {
    let document: Json = [
      "provenance": provenance.json, "event": event.json,
      "basis": .text(event.costBasis.rawValue),
      "exchange": [
        "terms": .texts(paths), "worths": .list(worths.map(\.json)),
        "not_stated": .list(missing.map { ["path": .text($0.path), "bid": .text($0.bid)] }),
      ],
    ]
    return document.document
  }
}

extension TermWorth {
  fileprivate var json: Json {
    [
      "path": .text(path), "bid": .text(bid), "as_written": .text(value.text),
      "compared": .texts([ends.low.text, ends.high.text]),
      "unit": .number(value.unit == .percent ? 0.01 : 1),
      "worth": CostBasis.object { worth[$0]?.json ?? .null }, "of_price": ofPrice.json,
      "in_units_of_first": .optional(inUnitsOfFirst, \.json),
    ]
  }
}
