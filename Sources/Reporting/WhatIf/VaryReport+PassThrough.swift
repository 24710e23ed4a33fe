import Contracts
import Decision
import Loading
import Simulation

extension VaryReport {
  /// Adds what is left of gains where providers reprice.
  func addPassThrough(to page: inout Page) {
    // What a provider takes off its price it does not put back.
    guard !changedIds.isEmpty, !design.axes.allSatisfy({ isPriceChange(path: $0.path) })
    else { return }
    page.section("Nothing is free: what you gain where the provider reprices")
    page.paragraph(
      "Gain is the fall of your mean cost after credits against the event as written. At a "
        + "pass-through of p % the provider adds p % of what the change is expected to cost it to its "
        + "price; the gain vanishes at the pass-through in the last column but one.")
    for id in changedIds {
      page.gap()
      page.table(
        TextTable(
          keys: terms.indices.map { $0 == 0 ? "\(id): \(terms[0])" : terms[$0] },
          [
            "costs the provider", "gain at 0 %", "gain at 50 %", "gain at 100 %", "vanishes at",
            "price rises by, at 100 %",
          ], rows: cells.compactMap { row(of: id, in: $0) }))
    }
    let sentences = notes
    if !sentences.isEmpty { page.gap() }
    page.points(sentences)
  }

  private func row(of id: String, in cell: WhatIfCell) -> [String]? {
    guard let change = cell.bid(id)?.change else { return nil }
    let passThrough = change.passThrough
    return cell.values + [passThrough.providersCost.shown(in: money)]
      + passThrough.gains.map { $0.gain.shown(in: money) }
      + [
        passThrough.vanishesAt.map { $0.shownPercent(places: 0) } ?? "never",
        passThrough.gains.last?.priceRise.percent(places: 2) ?? unknown,
      ]
  }

  /// What must be known to read the gains.
  private var notes: [String] {
    let changes = cells.flatMap { cell in cell.bids.compactMap(\.change) }
    var sentences: [String] = []
    if changes.contains(where: { $0.passThrough.cost == .credits }) {
      sentences.append(
        "Where the change makes you leave in other futures, it costs the provider the rise of its "
          + "credits; what leaving changes remains with you at any pass-through.")
    }
    if changes.contains(where: { $0.passThrough.cost == .payments }) {
      sentences.append(
        "Where it changes nothing but what is paid, the provider loses what you gain: nothing is left at "
          + "100 % but the change of your risk. How providers perform is as in the event: a credit that "
          + "makes them better is not simulated here.")
    }
    return sentences
  }
}
