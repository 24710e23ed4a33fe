import Contracts
import Decision
import Simulation

extension VaryReport {
  /// The shades of a map, from the lowest to the highest.
  static let shades = ["·", "░", "▒", "▓", "█"]

  /// Adds maps of a grid of two terms: of who wins, and of what each changed bid costs.
  func addMap(to page: inout Page) {
    guard design.kind == .grid, design.axes.count == 2 else { return }
    let axes = "\(terms[0]) downwards, \(terms[1]) to the right"
    page.section("Map of the winner and its mean \(basis.words): \(axes)")
    addMap(to: &page) { cell in
      cell.winner.flatMap { winner in
        winner.figures.costs[basis].map { ($0.estimate.value, winner.id) }
      }
    }
    for id in changedIds {
      page.section("Map of the mean cost after service credits of \(id): \(axes)")
      addMap(to: &page) { cell in
        cell.bid(id)?.figures.costs[.afterCredits].map { ($0.estimate.value, "") }
      }
    }
    page.paragraph(
      "Shades: \(Self.shades.joined(separator: " ")) from the lowest fifth between the lowest and the "
        + "highest of the map to the highest.")
  }

  private func addMap(
    to page: inout Page, _ figure: (WhatIfCell) -> (value: Double, name: String)?
  ) {
    let columns = design.axes[1].values
    let figures = cells.map(figure)
    let values = figures.compactMap { $0?.value }
    let (lowest, highest) = (values.min() ?? 0, values.max() ?? 0)
    let rows = design.axes[0].values.enumerated().map { place, value in
      [value]
        + columns.indices.map { column in
          guard let (value, name) = figures[place * columns.count + column] else { return unknown }
          let share = highest > lowest ? (value - lowest) / (highest - lowest) : 0
          let shade = Self.shades[min(Int(share * 5), 4)]
          return [shade + shade, money(value), name].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
    page.table(TextTable(keys: [terms[0]], columns, rows: rows).onTheLeft)
  }
}
