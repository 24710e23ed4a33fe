import Futures
import Rows
import Settlement

/// The controls of one block of futures, and their way into a tally.
struct ControlRows {
  private let plan: ControlPlan
  private let rows: [Row]
  private let positions: [[Int]]
  private let moves: [(month: Int, weight: Double)]
  private let work: Row

  init(_ plan: ControlPlan, options: Int, in arena: Arena) {
    self.plan = plan
    rows = arena.rows(plan.controls.count)
    positions = (0..<options).map { plan.positions(of: [$0]) }
    moves = plan.moves
    work = arena.row()
  }

  /// Fills the controls that all options share.
  func fill(from world: World) {
    for (row, control) in zip(rows, plan.controls) {
      row.fill(0)
      switch control.source {
      case .volume(let line): row.add(world.volumes[line], times: plan.discount)
      case .level(let index): row.add(world.indices[index], times: plan.discount)
      case .moves(let index): add(world.indices[index], to: row)
      case .count: continue
      }
      centre(row, control)
    }
  }

  /// Fills the controls of `option`, and adds the products with its own figures to `tally`.
  func add(_ totals: Totals, of option: Int, to tally: inout ControlTally) {
    for (row, control) in zip(rows, plan.controls) {
      guard case .count(option, let place) = control.source else { continue }
      row.copy(totals.counts.rows[place])
      centre(row, control)
    }
    for (place, position) in positions[option].enumerated() {
      let row = rows[position]
      tally.credits[option][place] += -row.sum(times: totals.credits, first: totals.lanes)
      tally.rights[option][place] += row.sum(times: totals.rightArisen, first: totals.lanes)
    }
  }

  /// Adds the controls, and their products with the options' `costs`, to `tally`.
  func add(_ costs: [Row], from origins: [Double], lanes: Int, to tally: inout ControlTally) {
    guard !rows.isEmpty else { return }
    for (option, cost) in costs.enumerated() {
      work.copy(cost)
      work.add(-origins[option])
      for (place, row) in rows.enumerated() {
        tally.costs[option][place] += row.sum(times: work, first: lanes)
      }
    }
    var place = 0
    for (position, row) in rows.enumerated() {
      tally.sums[position] += row.sum(first: lanes)
      for other in rows[...position] {
        tally.products[place] += row.sum(times: other, first: lanes)
        place += 1
      }
    }
  }

  /// `Σ w · i[t] / i[t−1]` over the anniversaries: the level is constant between them.
  private func add(_ levels: [Row], to row: Row) {
    for move in moves {
      work.copy(levels[move.month - 1])
      work.divide(by: levels[move.month - 2])
      row.add(work, times: move.weight)
    }
  }

  private func centre(_ row: Row, _ control: Control) {
    row.add(-control.mean)
    row.multiply(by: control.scale)
  }
}

extension Row {
  /// `self += Σ values[t] · weights[t]`.
  fileprivate func add(_ values: [Row], times weights: [Double]) {
    for (value, weight) in zip(values, weights) { add(value, times: weight) }
  }
}
