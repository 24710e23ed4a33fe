public import Contracts
public import Decision
import Simulation

/// How hard each provider tries under its contract: for people as ``text``, for machines as
/// ``json``.
public struct ResponseReport: Sendable {
  /// One provider's answer.
  public struct Row: Sendable {
    /// The bid.
    public let bid: Bid

    /// The effort that serves the provider best.
    public let response: ProviderResponse

    /// Names the answer of `bid`.
    public init(_ bid: Bid, _ response: ProviderResponse) {
      self.bid = bid
      self.response = response
    }
  }

  let event: Event
  let provenance: Provenance

  /// The answers, by ascending identifier.
  public let rows: [Row]

  /// Reports the answers of the bids of `event`.
  public init(_ event: Event, _ rows: [Row], _ provenance: Provenance) {
    self.event = event
    self.rows = rows
    self.provenance = provenance
  }

  var money: MoneyScale {
    MoneyScale(
      currency: event.currency, largest: rows.map { abs($0.response.charges.value) }.max() ?? 0)
  }

  /// The report as text.
  public var text: String {
    var page = Page()
    page.title(event.title)
    page.paragraph(
      "How hard each provider tries where it looks for its own margin, over "
        + "\(provenance.futures.of("future")). Amounts in \(money.words), present values. An effort of 1 "
        + "raises every metric by one of its own monthly spreads.")
    page.section("Effort, margin and credits")
    page.table(
      TextTable(
        keys: ["bid"],
        [
          "effort", "margin at its record", "margin at its effort", "share of charges",
          "credits at its record", "credits at its effort", "your cost falls by", "±",
        ],
        rows: rows.map(cells)))
    page.section("What that means")
    page.points(rows.map { $0.sentence(money) })
    page.gap()
    page.points(Self.caveats(rows))
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }

  private func cells(of row: Row) -> [String] {
    let (answer, money) = (row.response, money)
    return [
      row.bid.id, answer.effort.figure(places: 2), money(answer.marginAtRecord.value),
      money(answer.margin.value), answer.marginShare.percent(places: 1),
      money(answer.creditsAtRecord.value), money(answer.credits.value),
      money(answer.buyersGain.value), money(2 * answer.buyersGain.standardError),
    ]
  }

  /// What the answers rest on.
  static func caveats(_ rows: [Row]) -> [String] {
    let unsourced = rows.filter { $0.response.costs.source == nil }.map(\.bid.id)
    let sources = rows.compactMap { row in
      row.response.costs.source.map { "\(row.bid.id): \($0)." }
    }
    let illustrative =
      unsourced.isEmpty
      ? []
      : [
        "Illustrative for \(unsourced.listed): nothing says where what serving costs is from "
          + "(assumptions/cost_to_serve/…/source)."
      ]
    return illustrative + sources
      + [
        "Your cost is after credits and with your loss from poor service; ± is two standard errors. "
          + "Prices stay as they are."
      ]
  }
}

extension ResponseReport.Row {
  /// Whether credits buy performance, or only lower the price.
  fileprivate func sentence(_ money: MoneyScale) -> String {
    let costs = response.costs
    let tells =
      response.effort == 0
      ? creditsAreNothing
        ? "has no credits to fear and does not try harder than its record."
        : "does not try harder than its record: its credits, \(money(response.creditsAtRecord.value)), "
          + "only lower the price."
      : "tries \(response.effort.figure(places: 2)) spreads harder, for which it pays "
        + "\(money(costs.cost(ofEffort: response.effort) * response.atRecord.expectedCharges)) "
        + "and is credited \(money(response.credits.value)) instead of "
        + "\(money(response.creditsAtRecord.value)); \(effect(money))"
    let leaves =
      response.participates
      ? ""
      : " Its margin is \(response.marginShare.percent(places: 1)) of charges, below the "
        + "\(costs.walkAway.percent(places: 1)) at which it walks away."
    return "\(bid.id) \(tells)\(leaves)"
  }

  private var creditsAreNothing: Bool { response.creditsAtRecord.value == 0 }

  private func effect(_ money: MoneyScale) -> String {
    let gain = response.buyersGain
    guard abs(gain.value) > 2 * gain.standardError else {
      return "what you gain by its service is what you lose in credits."
    }
    return gain.value > 0
      ? "your cost falls by \(money(gain.value)), for its service is worth more to you than those "
        + "credits."
      : "your cost rises by \(money(-gain.value)), for by the loss from poor service that you state "
        + "those credits were worth more to you than its service."
  }
}

extension ProviderOutcome {
  var expectedCharges: Double { charges.reduce(0, +) / Double(charges.count) }
}
