public import Contracts
public import Decision
import Simulation

/// The credit regime that serves the buyer best: for people as ``text``, for machines as ``json``.
public struct BestRegimeReport: Sendable {
  /// The best regime for one least margin of the provider.
  public struct Point: Sendable {
    /// The least expected margin, as a share of charges.
    public let least: Double

    /// The regime, and how the provider answers it.
    public let found: RegimeSearch.Found

    /// The best regime `found` for a `least` margin.
    public init(least: Double, found: RegimeSearch.Found) {
      self.least = least
      self.found = found
    }
  }

  let event: Event
  let bid: Bid
  let statistic: Criterion.Statistic
  let written: RegimeSearch.Found
  let frontier: [Point]
  let provenance: Provenance

  /// Reports on the regimes of `bid`; the first point of the frontier is that of the walk-away margin.
  public init(
    _ event: Event, _ bid: Bid, _ statistic: Criterion.Statistic, written: RegimeSearch.Found,
    frontier: [Point], _ provenance: Provenance
  ) {
    self.event = event
    self.bid = bid
    self.statistic = statistic
    self.written = written
    self.frontier = frontier
    self.provenance = provenance
  }

  private var money: MoneyScale { MoneyScale(currency: event.currency, largest: written.cost) }

  /// The report as text.
  public var text: String {
    var page = Page()
    page.title("\(event.title): the credit regime of \(bid.id)")
    page.paragraph(
      "The regime that makes \(statistic.costWords) lowest, the provider answering each regime with the "
        + "effort that earns it most, over \(provenance.futures.of("future")). Amounts in "
        + "\(money.words), present values.")
    page.section("The regime")
    page.table(terms)
    page.section("What it comes to")
    page.table(outcomes)
    page.section("Your cost against the provider's margin")
    page.table(curve)
    page.section("What that means")
    page.points(sentences)
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }

  var best: RegimeSearch.Found? { frontier.first?.found }

  private var terms: TextTable {
    let contract = bid.contract
    let columns = frontier.map { "margin of \($0.least.percent(places: 1))" }
    return TextTable(
      keys: ["term"], ["as written"] + columns,
      rows: contract.regimeTerms.map { term in
        [term.words, term.figure(contract.value(of: term) ?? .nan)]
          + frontier.map { term.figure(contract.setting($0.found.values).value(of: term) ?? .nan) }
      })
  }

  private var outcomes: TextTable {
    let all = [written] + frontier.prefix(1).map(\.found)
    let row = { (title: String, value: (RegimeSearch.Found) -> String) in [title] + all.map(value) }
    return TextTable(
      keys: [""], ["as written", "best"],
      rows: [
        row(statistic.costWords) { money($0.cost) },
        row("credits") { money($0.response.credits.value) },
        row("effort, in spreads") { $0.response.effort.figure(places: 2) },
        row("the provider's margin") { money($0.response.margin.value) },
        row("as a share of charges") { $0.response.marginShare.percent(places: 1) },
      ])
  }

  private var curve: TextTable {
    TextTable(
      keys: ["least margin"], ["margin", "your cost", "less than written", "effort", "accepted"],
      rows: frontier.map { point in
        let found = point.found
        return [
          point.least.percent(places: 1), found.response.marginShare.percent(places: 1),
          money(found.cost), money(written.cost - found.cost),
          found.response.effort.figure(places: 2), found.isAccepted ? "yes" : "no",
        ]
      })
  }

  private var sentences: [String] {
    guard let best else { return [] }
    let gain = written.cost - best.cost
    let given = written.response.margin.value - best.response.margin.value
    let first =
      best.isAccepted
      ? "The best regime lowers your cost by \(money(gain)) and the provider's margin by "
        + "\(money(given))."
      : "No regime that was tried leaves the provider its walk-away margin of "
        + "\(best.response.costs.walkAway.percent(places: 1))."
    let passed = [0, 0.5, 1].map { share in
      "\(share.percent()) \(money(gain - share * max(given, 0)))"
    }
    return [
      first,
      "Nothing is free: what is left of it where the provider puts that share of its lost margin on its "
        + "price: \(passed.listed).",
    ] + ResponseReport.caveats([ResponseReport.Row(bid, best.response)])
  }
}

extension Criterion.Statistic {
  /// The figure of the buyer's cost, in words.
  fileprivate var costWords: String {
    switch self {
    case .mean: "your mean cost"
    case .p80: "the P80 of your cost"
    case .p90: "the P90 of your cost"
    case .cvar95: "the mean of your worst twentieth"
    }
  }
}

extension RegimeTerm {
  /// The term in words.
  var words: String {
    switch self {
    case .atRisk: "at risk"
    case .cap: "monthly cap"
    case .multiplier: "repeat multiplier"
    case .earnBack: "earned back"
    case .allocation(let level): "at stake: \(level)"
    }
  }

  /// The name for machines.
  var key: String {
    switch self {
    case .atRisk: "at_risk"
    case .cap: "cap"
    case .multiplier: "multiplier"
    case .earnBack: "earn_back"
    case .allocation(let level): "allocation/\(level)"
    }
  }

  /// The value as people read it.
  func figure(_ value: Double) -> String {
    self == .multiplier ? value.figure(places: 2) : value.percent(places: 1)
  }
}
