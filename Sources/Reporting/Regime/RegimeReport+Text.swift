import Contracts
import Decision
import Quantities
import Settlement
import Simulation

extension RegimeReport {
  /// The report for people.
  public var text: String {
    var page = Page()
    page.title("Credit regimes: \(event.title)")
    let amounts =
      paying.isEmpty
      ? ""
      : " Amounts in \(money.words), present values at \(event.discounting.words), above 0 where "
        + "you are owed; ± is one standard error."
    page.paragraph(
      "\(regimes.count.of("option")), \(event.horizon.of("month")) from \(event.firstMonth). "
        + "\(provenance.futures.of("future")), seed \(provenance.seed).\(amounts)")
    if !paying.isEmpty {
      addHeadlines(to: &page)
      addFindings(to: &page)
      addSteps(to: &page)
      addLevels(to: &page)
      addMarginals(to: &page)
      addFurther(to: &page)
    }
    let others = regimes.filter(\.marginals.isEmpty).map(\.bid.id)
    if !others.isEmpty {
      page.gap()
      page.paragraph("No service credit is agreed with \(others.listed).")
    }
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }

  private func addHeadlines(to page: inout Page) {
    page.section("What is at risk and what is paid, of charges")
    page.table(
      TextTable(
        keys: ["option"],
        [
          "at risk", "cap of a month", "stated for defaults", "paid", "±",
          "paid, worst twentieth from", "chance of any", "amount paid", "your loss",
        ],
        rows: paying.map(headlineRow)))
    page.gap()
    page.points(paying.map(\.sentence))
    if paying.contains(where: \.headline.isOfSomePrices) {
      page.paragraph("* of the prices at risk, which are a part of the charges.")
    }
  }

  private func headlineRow(_ one: EffectiveRegime) -> [String] {
    let regime = one.regime
    let stated = regime[.stated].mean / regime.charge.mean
    let mark = one.headline.isOfSomePrices ? " *" : ""
    return [
      one.bid.id, (one.headline.share.map { $0.percentExact } ?? unknown) + mark,
      one.headline.monthCap.map(words(for:)) ?? "none", stated.percent(places: 2),
      regime.paidShare.value.percent(places: 2),
      regime.paidShare.standardError.percent(places: 3),
      regime.paidShare(at: 0.95).value.percent(places: 2), regime.chanceOfCredit.value.chance,
      money(regime.paid.mean), one.statesLoss ? money(regime.loss.mean) : "not stated",
    ]
  }

  private func words(for cap: CreditCap.Limit) -> String {
    switch cap {
    case .share(let share): share.percentExact
    case .amount(let amount): money(amount)
    }
  }

  private func addFindings(to page: inout Page) {
    page.section("What to know")
    let points = paying.flatMap { one in
      one.findings.map { "\(one.bid.id): \(words(for: $0))" }
    }
    page.points(
      points.isEmpty ? ["No regime is cosmetic by the bounds of docs/regime.md."] : points)
  }

  private func addSteps(to page: inout Page) {
    page.section("From what is stated to what is paid, mean ± standard error")
    let rows = steps.map { step in
      [step.words] + paying.map { amount($0.regime[step]) }
    }
    page.table(
      TextTable(
        keys: ["step"], paying.map(\.bid.id),
        rows: rows + [["paid"] + paying.map { amount($0.regime.paid) }]))
  }

  /// A mean and its standard error.
  func amount(_ moments: Moments) -> String {
    moments.mean == 0 && moments.standardError == 0 ? "0" : amount(moments.estimate)
  }

  func amount(_ estimate: Estimate) -> String {
    "\(money.fine(estimate.value)) ± \(money.fine(estimate.standardError))"
  }
}

extension EffectiveRegime {
  /// What the regime is worth, in a sentence.
  fileprivate var sentence: String {
    let paid = regime.paidShare.value.percent(places: 2)
    let bad = regime.paidShare(at: 0.95).value.percent(places: 2)
    let expected =
      "\(paid) is expected to be paid, and \(bad) or more in the worst twentieth of futures"
    guard let share = headline.share, headline.source != nil else {
      return "\(bid.id): no share of charges is stated to be at risk; \(expected)."
    }
    return "\(bid.id): of \(share.percentExact) at risk \(expected)."
  }
}
