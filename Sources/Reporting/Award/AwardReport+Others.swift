import Award
import Contracts
import Loading

extension AwardReport {
  func addAlternatives(to page: inout Page) {
    guard !study.alternatives.isEmpty else { return }
    page.section("Other awards")
    let own = study.answer.award
    var rows = own.map { [row("under the rules", $0, $0.objective)] } ?? []
    for alternative in study.alternatives {
      let name = alternative.scenario.words
      if let choice = alternative.answer.award, let objective = alternative.objective {
        rows.append(row(name, choice, objective))
      } else {
        rows.append([name, "not possible", unknown, unknown, unknown])
      }
    }
    let tail = (1 - dossier.event.award.objective.tail).percentExact
    page.table(
      TextTable(
        keys: ["award", "lots: bids"],
        ["mean cost", "mean of the worst \(tail)", "against the award"],
        rows: rows))
    page.gap()
    page.paragraph(
      "Against the award: the objective less that of the award under the rules; below 0 is what the "
        + "rules cost together.")
  }

  private func row(_ name: String, _ choice: AwardChoice, _ objective: Double) -> [String] {
    let figures = AwardFigures(choice.costs, tail: dossier.event.award.objective.tail)
    let difference = study.answer.award.map { money(objective - $0.objective) } ?? unknown
    return [
      name, bidsByLot(choice), money(figures.mean), money(figures.tailMean), difference,
    ]
  }

  /// Who is given what; only how many lots each is given where there are many.
  private func bidsByLot(_ choice: AwardChoice) -> String {
    let award = study.award
    var lots: [Int: Set<Int>] = [:]
    for column in choice.chosen.map({ study.columns[$0] }) {
      lots[column.bid, default: []].formUnion(column.given.map(\.lot))
    }
    return lots.sorted { $0.key < $1.key }.map { bid, lots in
      let names =
        award.lots.count > 4
        ? lots.count.of("lot") : lots.sorted().map { award.lots[$0] }.joined(separator: ", ")
      return "\(award.bids[bid]): \(names)"
    }.joined(separator: "; ")
  }

  func addRuleCosts(to page: inout Page) {
    guard !study.ruleCosts.isEmpty else { return }
    page.section("What each rule costs")
    let rows = study.ruleCosts.map { cost in
      [cost.rule.name, cost.rule.demand.words(money), price(of: cost)]
    }
    page.table(TextTable(keys: ["rule", "demands"], ["costs"], rows: rows))
    page.gap()
    page.paragraph(
      "The objective under all rules less that without this one. What several cost together is not "
        + "the sum." + softness)
  }

  /// What a cost below 0 means.
  private var softness: String {
    study.award.rules.contains { $0.priority != nil }
      ? " Below 0: without it, rules with a priority are kept that give way to it, which costs more."
      : ""
  }

  private func price(of cost: AwardStudy.RuleCost) -> String {
    guard let own = study.answer.award else { return unknown }
    if own.gaveWay.contains(cost.rule.name) { return "gave way" }
    return cost.without.map { money(own.objective - $0) } ?? unknown
  }

  func addNotes(to page: inout Page) {
    let sentences = bound + [indivisible, gate].compactMap(\.self)
    guard !sentences.isEmpty else { return }
    page.section("To know")
    page.points(sentences)
  }

  private var bound: [String] {
    notes.compactMap { note in
      guard case .bound(let bid, let lots, let terms) = note else { return nil }
      return "\(bid): \(lots.listed) are priced as one, for these terms span them: \(terms.listed)."
    }
  }

  private var indivisible: String? {
    let counts = notes.compactMap { note -> String? in
      guard case .indivisible(let bid, let terms) = note else { return nil }
      return "\(terms.count.figure) of \(bid)"
    }
    guard !counts.isEmpty else { return nil }
    return
      "Terms that state no volume, such as fixed fees, are paid in full for any share of a lot: "
      + "\(counts.listed). --json names them."
  }

  private var gate: String? {
    let isThere = study.award.rules.contains { rule in
      if case .mandatory = rule.demand { true } else { false }
    }
    guard isThere else { return nil }
    return "Bids that fail a mandatory requirement are given nothing, unless award/mandatory in "
      + "event.yaml is allowed, or --without names the rule."
  }
}
