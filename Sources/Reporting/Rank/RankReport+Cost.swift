import Contracts
import Decision
import Quantities
import Simulation

extension RankReport {
  func addScores(to page: inout Page) {
    let criteria = comparison.event.criteria
    let method = comparison.event.method
    let heads = criteria.map { criterion in
      let share = method.share(of: criterion, among: criteria).map { " " + $0.percentExact } ?? ""
      return criterion.words + share + (criterion.minimum.map { " ≥ " + $0.significant } ?? "")
    }
    page.section("Scores by criterion, 0 to 100, and their weights")
    page.table(
      TextTable(
        keys: ["bid"], heads + ["all"],
        rows: bids.map { bid in
          [bid.bid.id] + (bid.row?.scores ?? []).map { $0.figure(places: 1) }
            + [bid.row?.overall.value.figure(places: 1) ?? unknown]
        }))
  }

  func addCosts(to page: inout Page) {
    let others = CostBasis.allCases.filter { $0 != basis }
    for basis in [basis] + others {
      page.section("Net present cost \(basis.shortWords)")
      page.table(
        TextTable(
          keys: ["option"],
          ["mean", "std dev"] + Summary.levels.map { "P\(Int(($0 * 100).rounded()))" }
            + ["worst 5\u{202F}%"],
          rows: options.map { costRow($0, $0.cost[basis]) }))
      addBridges(basis, to: &page)
    }
    page.gap()
    addControls(to: &page)
    guard options.contains(where: \.mayExit) else { return }
    page.gap()
    page.table(
      TextTable(
        keys: ["option"], ["mean cost after credits", "if you never left", "chance of leaving"],
        rows: options.filter(\.mayExit).map { option in
          [
            option.bid.id, money(option.costMean[.afterCredits]?.estimate.value ?? .nan),
            money(option.costIfNeverLeaving),
            option.tally.exits.mean.chance,
          ]
        }))
  }

  private func costRow(_ option: OptionFigures, _ cost: Summary?) -> [String] {
    guard let cost else { return [option.bid.id] }
    return [option.bid.id, money(cost.mean.value), money(cost.standardDeviation)]
      + Summary.levels.map { money(cost[$0].value) } + [money(cost.cvar95.value)]
  }

  func addPairs(to page: inout Page) {
    guard options.count > 1 else { return }
    page.section("Chance that the option on the left is cheaper than the one above")
    page.table(
      TextTable(
        keys: ["option"], options.map(\.bid.id),
        rows: options.map { first in
          [first.bid.id]
            + options.map { second in
              first.position == second.position
                ? ""
                : comparison.outcome.winShare(of: first.position, over: second.position).chance
            }
        }))
  }

  func addBaseline(to page: inout Page) {
    guard let baseline, let today = cost(baseline)?.mean.value else { return }
    page.section("Against today's operation")
    page.table(
      TextTable(
        keys: ["bid"],
        ["saving", "of today's cost", "chance of saving"]
          + (businessCase == nil ? [] : ["of the business case"]) + ["pays back from"],
        rows: bids.map { bid in
          let saving = bid.againstBaseline
          return [
            bid.bid.id, money(saving?.saving.value ?? .nan),
            ((saving?.saving.value ?? .nan) / today).percent(places: 1),
            saving?.chanceOfSaving.value.chance ?? unknown,
          ] + (businessCase == nil ? [] : [saving?.chanceOfBusinessCase?.value.chance ?? unknown])
            + [payback(saving)]
        }))
    if let words = businessCase { page.paragraph(words) }
  }

  /// What the business case asks for, in a sentence.
  private var businessCase: String? {
    switch comparison.event.businessCase {
    case nil: nil
    case .saving(let amount): "The business case is a saving of \(money(amount)) in present value."
    case .share(let share):
      "The business case is a saving of \(share.percentExact) of what today's operation costs in the "
        + "same future."
    }
  }

  private func payback(_ saving: BaselineComparison?) -> String {
    guard let month = saving?.paybackMonth else { return "never" }
    return "month \(month), \(comparison.event.firstMonth + (month - 1))"
  }
}
