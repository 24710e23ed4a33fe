public import Award
import Contracts
public import Loading
import Quantities

/// The answer of `assay award`.
public struct AwardReport: Sendable {
  let study: AwardStudy
  let dossier: Dossier
  let provenance: Provenance
  let notes: [AwardNote]

  /// How far from the least an award may be, as a share of it.
  let gap: Double
  let money: MoneyScale

  /// Reports on `study`.
  public init(
    _ study: AwardStudy, _ dossier: Dossier, _ provenance: Provenance, notes: [AwardNote],
    gap: Double
  ) {
    self.study = study
    self.dossier = dossier
    self.provenance = provenance
    self.notes = notes
    self.gap = gap
    let costs = study.award.columns.map(\.mean.magnitude) + [study.today.first ?? 0]
    money = MoneyScale(
      currency: dossier.event.currency, largest: costs.max() ?? 0)
  }

  /// Whether an award was found.
  public var isPossible: Bool { study.answer.award != nil }

  /// The report for people.
  public var text: String {
    var page = Page()
    addHeading(to: &page)
    switch study.answer {
    case .award(let choice): addAward(choice, to: &page)
    case .conflict(let conflict): addConflict(conflict, to: &page)
    case .nothingFound:
      page.section("Award")
      page.paragraph("The search was stopped before any award was found that keeps the rules.")
    }
    addAlternatives(to: &page)
    addRuleCosts(to: &page)
    addNotes(to: &page)
    page.gap()
    page.paragraph(provenance.line)
    return page.text
  }

  private func addHeading(to page: inout Page) {
    let award = study.award
    let event = dossier.event
    let bids = dossier.bids.count.of("bid")
    let shares = event.award.shares.map { (Double($0) / 1e6).percentExact }.listed
    page.title(event.title)
    page.paragraph(
      "\(bids) for \(award.lots.count.of("lot")), each given whole in shares of \(shares). "
        + "\(provenance.futures.of("future")), seed \(provenance.seed), all of which count. "
        + "Amounts in \(money.words).")
    page.paragraph(
      "Cost is the net present \(event.costBasis.words), at \(event.discounting.words). "
        + "The award makes \(event.award.objective.words) as small as can be.")
  }

  private func addAward(_ choice: AwardChoice, to page: inout Page) {
    page.section("Award")
    page.table(
      TextTable(
        keys: ["lot", "bid"], ["share", "mean cost", "cost P5–P95"], rows: rows(of: choice)))
    page.gap()
    page.points(sentences(on: choice))
  }

  /// A row for each share of a lot; what is priced as one shows its cost once.
  private func rows(of choice: AwardChoice) -> [[String]] {
    let given = choice.chosen.flatMap { place in
      study.columns[place].given.enumerated().map { (place, $0.offset, $0.element) }
    }
    return given.sorted { ($0.2.lot, $0.0) < ($1.2.lot, $1.0) }.map { place, offset, given in
      let column = study.columns[place]
      let figures = AwardFigures(column.costs, tail: dossier.event.award.objective.tail)
      let first = study.award.lots[column.given[0].lot]
      return [
        study.award.lots[given.lot], study.award.bids[column.bid],
        (Double(given.share) / 1e6).percentExact,
        offset == 0 ? money(figures.mean) : "with \(first)",
        offset == 0 ? money.range(figures.quantiles[0], figures.quantiles[2]) : "",
      ]
    }
  }

  private func sentences(on choice: AwardChoice) -> [String] {
    let objective = dossier.event.award.objective
    let figures = AwardFigures(choice.costs, tail: objective.tail)
    var sentences = [
      "In all: mean \(money(figures.mean)) ± \(money.fine(figures.standardError)), "
        + "P5–P95 \(money.range(figures.quantiles[0], figures.quantiles[2])), "
        + "mean of the worst \((1 - objective.tail).percentExact) "
        + "\(money(figures.tailMean))."
    ]
    if !study.award.remainder.isEmpty, choice.leavesToday(in: study) {
      sentences.append(
        "Of the mean, \(money(study.award.remainder.meanCost)) remains with the buyer whoever "
          + "serves the lots.")
    }
    if !study.today.isEmpty {
      let saving = zip(study.today, choice.costs).map { $0 - $1 }
      let chance = Double(saving.count { $0 > 0 }) / Double(saving.count)
      sentences.append(
        "Today's operation costs \(money(study.today.meanCost)): the award saves "
          + "\(money(saving.meanCost)), and something in \(chance.chance) of the futures.")
    }
    return sentences + [proof(of: choice)] + yielding(in: choice)
  }

  private func proof(of choice: AwardChoice) -> String {
    guard !choice.isProved else {
      return "No other award under the rules is better by more than \(gap.exactPercent)."
    }
    guard choice.bound.isFinite else {
      return
        "The search was stopped: this is the best so far, and nothing says how far from the best."
    }
    return "The search was stopped: this is the best so far, at most "
      + "\(money(choice.objective - choice.bound)) (\(choice.gap.exactPercent)) from the best."
  }

  private func yielding(in choice: AwardChoice) -> [String] {
    choice.gaveWay.compactMap { name in
      study.award.rules.first { $0.name == name }.map { rule in
        "\(name) gave way (priority \(rule.priority ?? 0)): \(rule.demand.words(money))."
      }
    }
  }

  private func addConflict(_ conflict: AwardConflict, to page: inout Page) {
    page.section("Conflict")
    guard conflict.conflicts != [[]] else {
      page.paragraph(
        "No award is possible under any rules: no shares that are offered make up every lot.")
      return
    }
    page.paragraph("No award keeps all rules that must hold.")
    for names in conflict.conflicts {
      let rules = study.award.rules.filter { names.contains($0.name) }
      page.gap()
      page.paragraph(
        rules.count == 1
          ? "This rule cannot be kept by any award:"
          : "These rules cannot be kept together, and without any one of them the others can:")
      page.points(rules.map { "\($0.name): \($0.demand.words(money))" })
    }
    page.gap()
    page.paragraph(
      "The smallest set that must give way: \(conflict.smallestToGiveWay.listed). All other rules can "
        + "then be kept." + others(than: conflict))
  }

  /// Which other single rules are enough.
  private func others(than conflict: AwardConflict) -> String {
    let others = conflict.enoughAlone.filter { !conflict.smallestToGiveWay.contains($0) }
    return others.isEmpty ? "" : " So they can without \(others.listed) alone."
  }
}

extension AwardChoice {
  /// Whether any lot leaves today's operation.
  func leavesToday(in study: AwardStudy) -> Bool {
    chosen.contains { study.columns[$0].bid != study.award.staying }
  }
}

extension [Double] {
  /// The mean; 0 of no numbers.
  var meanCost: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}

extension Double {
  /// The share in per cent with as many decimals as it has, up to four.
  var exactPercent: String {
    let percent = self * 100
    let places = (0...3).first { abs(percent.roundedHalfUp(places: $0) - percent) < 1e-9 } ?? 4
    return self.percent(places: places)
  }
}
