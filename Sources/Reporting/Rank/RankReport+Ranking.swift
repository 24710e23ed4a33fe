import Contracts
import Decision
import Quantities
import Simulation

extension RankReport {
  func addHeading(to page: inout Page) {
    let event = comparison.event
    let loss = statesLoss ? ", with your own loss from poor service" : ""
    let isLater = event.goLive > 1
    let goLive = isLater ? ", live from \(event.goLiveMonth)" : ""
    let options = bids.count.of("bid") + (baseline == nil ? "" : " and today's operation")
    page.title(event.title)
    page.paragraph(
      "\(options), \(event.horizon.of("month")) from \(event.firstMonth)\(goLive). "
        + "\(provenance.futures.of("future")), seed \(provenance.seed). "
        + "Amounts in \(money.words).")
    page.paragraph("Cost is the net present \(basis.words)\(loss), at \(event.discounting.words).")
    page.paragraph(methodSentence)
    addEnding(to: &page)
  }

  func addRanking(to page: inout Page) {
    page.section("Ranking")
    page.table(
      TextTable(
        keys: ["rank", "bid"],
        ["score"] + [priceHeading].compactMap { $0 } + [
          "mean cost", "risk P80−P50", "cost P5–P95", "coverage at go-live",
          "open items", "chance cheapest", "saving", "chance of saving",
        ], rows: options.map(rankingRow)))
    addLegend(to: &page)
    page.gap()
    let names = options.map { [$0.bid.id, $0.bid.name] }
    page.table(TextTable(keys: ["bid", "name"], [], rows: names))
  }

  /// The head of the column with what a price formula compares; nothing where that is the score or the
  /// mean cost itself.
  private var priceHeading: String? {
    let event = comparison.event
    let isMean = event.criteria.first { $0.measure == .cost }?.statistic == .mean
    return event.method == .lowestPriceAcceptable && isMean ? nil : event.method.priceHeading
  }

  private func addLegend(to page: inout Page) {
    let ties = bids.filter(isTied)
    if !ties.isEmpty { page.paragraph(legend(of: ties)) }
    if bids.contains(where: { !$0.eligibility.isAwardable }) {
      page.paragraph("× cannot be awarded as it stands.")
    }
    let conditional = bids.filter(\.isConditional)
    if !conditional.isEmpty {
      let conditions = conditional.map { "\($0.bid.id) \($0.planned.map(\.words).listed)" }
      page.paragraph(
        "† can be awarded only if it meets what it plans: \(conditions.joined(separator: "; ")).")
    }
  }

  /// What a tie is; too few futures have no standard error, and everything is tied in them.
  private func legend(of ties: [OptionFigures]) -> String {
    guard ties.contains(where: { $0.row?.overall.standardError.isFinite ?? false }) else {
      let futures = provenance.futures
      return "= tied: \(futures.of("future")) cannot tell which is better."
    }
    return "= tied: more futures could change the order. Scores ± one standard error of the "
      + "simulation: \(ties.map(scoreWithError).joined(separator: ", "))."
  }

  private func rankingRow(_ option: OptionFigures) -> [String] {
    let cost = cost(option)
    let saving = option.againstBaseline
    return [
      option.row.map { rank(option, $0) } ?? "", option.bid.id,
      option.row?.overall.value.figure(places: 1) ?? unknown,
    ] + (priceHeading == nil ? [] : [money.fine(option.row?.price ?? .nan)]) + [
      money(cost?.mean.value ?? .nan), money(cost?.risk.value ?? .nan),
      money.range(cost?[0.05].value ?? .nan, cost?[0.95].value ?? .nan),
      isAnswering(option) ? option.coverage.atGoLive.percent() : unknown,
      isAnswering(option) ? option.coverage.openAtGoLive.count.figure : unknown,
      option.isBid ? chanceCheapest(option).value.chance : unknown,
      saving.map { money($0.saving.value) } ?? unknown,
      saving?.chanceOfSaving.value.chance ?? unknown,
    ]
  }

  /// Whether the option has anything to say on requirements: today's operation often has not.
  func isAnswering(_ option: OptionFigures) -> Bool {
    !comparison.event.requirements.isEmpty && (option.isBid || !option.bid.answers.isEmpty)
  }

  func chanceCheapest(_ option: OptionFigures) -> Estimate {
    let futures = comparison.outcome.futures
    return .share(Double(option.tally.cheapest) / Double(futures), of: futures)
  }

  private func isTied(_ option: OptionFigures) -> Bool {
    guard let row = option.row else { return false }
    return comparison.ranking.rows.count { $0.rank == row.rank } > 1
  }

  private func rank(_ option: OptionFigures, _ row: Ranking.Row) -> String {
    "\(row.rank)" + (isTied(option) ? "=" : "") + mark(option)
  }

  private func mark(_ option: OptionFigures) -> String {
    guard option.eligibility.isAwardable else { return " ×" }
    return option.isConditional ? " †" : ""
  }

  private func scoreWithError(_ option: OptionFigures) -> String {
    let score = option.row?.overall
    let error = score?.standardError.figure(places: 2) ?? unknown
    return "\(option.bid.id) \(score?.value.figure(places: 2) ?? unknown) ±\(error)"
  }
}
