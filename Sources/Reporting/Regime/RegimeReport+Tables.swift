import Contracts
import Decision
import Quantities
import Settlement
import Simulation

extension RegimeReport {
  func addLevels(to page: inout Page) {
    page.section("Service levels")
    page.table(
      TextTable(
        keys: ["option", "level"],
        [
          "target", "months judged", "of these in default", "stated for defaults", "after caps",
          "of charges",
        ],
        rows: paying.flatMap { one in
          one.levels.map { levelRow($0, of: one) } + severalRow(of: one)
        }))
    page.paragraph(
      "After caps: what the rule for several defaults and caps take from a month is shared among its "
        + "credits in proportion; nothing is earned back yet.")
  }

  private func levelRow(_ level: EffectiveRegime.Level, of one: EffectiveRegime) -> [String] {
    let worth = level.worth
    return [
      one.bid.id, level.name,
      "\(level.promise.comparison.sign) \(level.metric.words(for: level.promise.target))",
      worth.judged.mean.figure(places: 1),
      worth.defaultShare.map { $0.percent(places: 1) } ?? unknown,
    ] + (level.isCredited ? amounts(worth, of: one) : ["none", "", ""])
  }

  /// Credits that are stated for the points of several levels together.
  private func severalRow(of one: EffectiveRegime) -> [[String]] {
    let several = one.regime.several
    guard several.stated.mean != 0 else { return [] }
    return [[one.bid.id, "several together", "", "", ""] + amounts(several, of: one)]
  }

  private func amounts(
    _ worth: CreditRegime.Level, of one: EffectiveRegime
  ) -> [String] {
    [
      money(worth.stated.mean), money(worth.afterCaps.mean),
      (worth.afterCaps.mean / one.regime.charge.mean).percent(places: 2),
    ]
  }

  func addMarginals(to page: inout Page) {
    page.section("What a point of attainment moves")
    page.table(
      TextTable(
        keys: ["option", "metric"],
        [
          "level", "credits, a point worse", "of charges", "credits, a point better",
          "your loss, a point worse", "credits of loss",
        ],
        rows: paying.flatMap { one in one.marginals.map { marginalRow($0, of: one) } }))
    page.paragraph(
      "A point of a share is one in a hundred, of other metrics one of their unit. The level moves by "
        + "it in every month of every future; all else is as it was.")
  }

  private func marginalRow(
    _ marginal: EffectiveRegime.Marginal, of one: EffectiveRegime
  ) -> [String] {
    let worse = marginal.worse
    let charge = one.regime.charge.mean
    return [
      one.bid.id, marginal.metric.id, marginal.metric.words(for: marginal.level),
      worse.map { amount($0.credits) } ?? unknown,
      worse.map { ($0.credits.value / charge).percent(places: 3) } ?? unknown,
      marginal.better.map { amount($0.credits) } ?? unknown,
      marginal.statesLoss ? worse.map { amount($0.loss) } ?? unknown : "not stated",
      marginal.statesLoss
        ? worse.map { ($0.credits.value / $0.loss.value).percent() } ?? unknown : "",
    ]
  }

  func addFurther(to page: inout Page) {
    guard let futures = paying.first?.furtherFutures else { return }
    page.section("Free to fail: where one default more costs the provider nothing")
    page.table(
      TextTable(
        keys: ["option", "level"],
        [
          "months open", "of these free", "share", "±", "futures with any", "first month",
          "credit taken by",
        ],
        rows: paying.flatMap { one in
          one.levels.compactMap { level in
            level.further.map { [one.bid.id, level.name] + furtherCells($0) }
          }
        }))
    addFurtherByYear(to: &page)
    page.paragraph(
      "Means over the first \(futures.of("future")). A month is open where the level is judged and "
        + "not in default; it is free where a default more there adds no credit to the whole contract."
    )
  }

  /// The share of each contract year's open months in which a default more is free.
  private func addFurtherByYear(to page: inout Page) {
    let free = paying.flatMap { one in
      one.levels.compactMap { level in
        level.further.flatMap { $0.firstMonth == nil ? nil : (one.bid.id, level.name, $0) }
      }
    }
    guard !free.isEmpty, event.horizon > 12 else { return }
    let years = 1...((event.horizon + 11) / 12)
    page.gap()
    page.paragraph("The share that is free by contract year:")
    page.gap()
    page.table(
      TextTable(
        keys: ["option", "level"], years.map { "year \($0)" },
        rows: free.map { id, name, level in
          [id, name] + years.map { level.share(inYear: $0)?.percent(places: 1) ?? unknown }
        }))
  }

  private func furtherCells(_ level: FurtherDefaults.Level) -> [String] {
    [
      level.openMonths.value.figure(places: 1), level.months.value.figure(places: 1),
      level.share.map { $0.value.percent(places: 1) } ?? unknown,
      level.share.map { $0.standardError.percent(places: 1) } ?? unknown,
      level.chance.value.chance, level.firstMonth.map { "\($0)" } ?? "never",
      level.mainStep.map(\.takerWords) ?? "",
    ]
  }
}

extension ServiceLevel.Comparison {
  /// The comparison as a sign.
  var sign: String {
    switch self {
    case .atLeast: "≥"
    case .moreThan: ">"
    case .atMost: "≤"
    case .lessThan: "<"
    }
  }
}
