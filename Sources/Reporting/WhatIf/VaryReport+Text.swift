import Contracts
import Decision
import Simulation

extension VaryReport {
  func addHeading(to page: inout Page) {
    page.title("What if: \(event.title)")
    page.paragraph(Self.heading(event, provenance, money))
    page.paragraph(Self.basisNote(basis))
    let how = design.kind == .grid ? "every value with every other" : "a Latin hypercube"
    page.paragraph(
      "\(cells.count.of("cell")), \(how); \(simulated.of("different option")) simulated, each once."
    )
    page.gap()
    page.points(
      zip(design.axes, written).map { axis, stated in
        "\(axis.path): \(Self.words(axis.values)). As written: \(Self.words(stated))."
      })
  }

  private static func words(_ values: [String]) -> String {
    guard values.count > 8, let first = values.first, let last = values.last else {
      return values.joined(separator: ", ")
    }
    return "\(values.count), \(first) to \(last)"
  }

  /// What is stated, with the bids that state it.
  private static func words(_ stated: [Stated]) -> String {
    var texts: [String] = []
    for item in stated where !texts.contains(item.text ?? unknown) {
      texts.append(item.text ?? unknown)
    }
    guard texts.count > 1 else { return texts.first ?? unknown }
    return texts.map { text in
      let bids = stated.filter { ($0.text ?? unknown) == text }.compactMap(\.option)
      return "\(text) (\(bids.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  /// The event as it is written and the cells, each with the texts that name it.
  var rows: [(keys: [String], cell: WhatIfCell)] {
    let first = ["as written"] + terms.dropFirst().map { _ in "" }
    return [(first, reference)] + cells.map { ($0.values, $0) }
  }

  func addWinners(to page: inout Page) {
    page.section("Who wins")
    page.table(
      TextTable(
        keys: terms + ["winner"],
        ["score", "ahead of the next by", "chance cheapest", "mean cost", "after credits", "risk"],
        rows: rows.map { keys, cell in
          guard let winner = cell.winner else { return keys + [unknown] }
          let next = cell.bids.dropFirst().first?.row.overall.value
          return keys + [
            winner.id + (cell.isTied ? "=" : ""), winner.row.overall.value.figure(places: 1),
            next.map { (winner.row.overall.value - $0).figure(places: 1) } ?? unknown,
            winner.figures.cheapest?.value.chance ?? unknown,
            amount(winner.figures.costs[basis]?.estimate.value),
            amount(winner.figures.costs[.afterCredits]?.estimate.value),
            amount(winner.figures.risks[basis]?.value),
          ]
        }))
    if rows.contains(where: { $0.cell.isTied }) {
      page.paragraph("= tied: more futures could change the order.")
    }
  }

  func addFigures(to page: inout Page) {
    let others = CostBasis.allCases.filter { $0 != basis }
    addTable("Mean net present \(basis.words), and rank", to: &page) { [self] bid in
      "\(amount(bid.figures.costs[basis]?.estimate.value)) (\(bid.row.rank))"
    }
    for other in others {
      addTable("Mean net present \(other.words)", to: &page) { [self] bid in
        amount(bid.figures.costs[other]?.estimate.value)
      }
    }
    addTable("Risk P80−P50 of the cost after service credits", to: &page) { [self] bid in
      amount(bid.figures.risks[.afterCredits]?.value)
    }
    addTable("Expected service credits, net present", to: &page) { [self] bid in
      amount(bid.figures.credits.estimate.value)
    }
  }

  func addChanges(to page: inout Page) {
    for basis in CostBasis.allCases.reversed() {
      let isChanged = cells.contains { cell in
        cell.bids.contains { ($0.change?.costs[basis]?.value ?? 0) != 0 }
      }
      guard isChanged || basis == .afterCredits else { continue }
      let heading =
        "Change of the mean \(basis.words) against the event as written, ± its standard error"
      addTable(heading, isReferenceShown: false, to: &page) { [money] bid in
        bid.change?.costs[basis]?.shown(in: money) ?? "="
      }
    }
    page.paragraph(
      "= not changed. Differences are taken future by future, and their means are plain.")
  }

  private func addTable(
    _ heading: String, isReferenceShown: Bool = true, to page: inout Page,
    _ cell: (WhatIfCell.Bid) -> String
  ) {
    page.section(heading)
    page.table(
      TextTable(
        keys: terms, ids,
        rows: rows.dropFirst(isReferenceShown ? 0 : 1).map { keys, row in
          keys + ids.map { id in row.bid(id).map(cell) ?? unknown }
        }))
  }

  func amount(_ amount: Double?) -> String { money(amount ?? .nan) }
}
