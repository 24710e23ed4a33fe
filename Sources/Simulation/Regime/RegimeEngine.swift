import Contracts
import Futures
import Rows
import Settlement

/// Simulates blocks of futures of one option, as it is and with its metrics moved, on one thread.
///
/// The paths and desks of all of these use the same rows, one after the other.
final class RegimeEngine {
  private let experiment: Experiment
  private let worldArena = Arena()
  private let pathArena = Arena()
  private let deskArena = Arena()
  private let sampler: WorldSampler
  private let world: World
  private let paths: [ProviderPath]
  private let desks: [Desk]
  private let flow: CreditFlow
  private let totals: [Totals]
  private let paid: Row
  private let loss: Row
  private let difference: Row
  private let work: Row
  private(set) var regime: CreditRegime

  /// Where the results of each future go.
  private let columns: RegimeColumns

  init(
    _ experiment: Experiment, option: Int, _ shifts: [RegimeShift], into columns: RegimeColumns
  ) {
    self.experiment = experiment
    self.columns = columns
    let chosen = experiment.options[option]
    let (contract, id) = (chosen.contract, chosen.bid.id)
    let assumptions = experiment.assumptions
    world = World(for: assumptions, in: worldArena)
    sampler = WorldSampler(assumptions, filling: world, in: worldArena)
    (paid, loss) = (worldArena.row(), worldArena.row())
    (difference, work) = (worldArena.row(), worldArena.row())
    let (pathArena, deskArena, world) = (pathArena, deskArena, world)
    let paths = ([chosen.performance] + shifts.map(\.performance)).map { performance in
      pathArena.reset()
      return ProviderPath(
        sampling: performance, of: id, in: world, assumptions: assumptions,
        uniforms: contract.uniforms, arena: pathArena)
    }
    let seats = paths.map { path in
      deskArena.reset()
      return (
        Desk(contract, world: world, path: path, arena: deskArena),
        Totals(for: contract, in: deskArena)
      )
    }
    self.paths = paths
    desks = seats.map(\.0)
    totals = seats.map(\.1)
    flow = CreditFlow(for: contract, in: .present, byLevel: true, arena: worldArena)
    regime = CreditRegime(for: contract, shifts: shifts.map(\.empty))
  }

  /// Simulates block `block` and adds its futures before `end`.
  func run(block: Int, end: Int) {
    let first = block * Lanes.count
    let lanes = min(Lanes.count, end - first)
    let draws = experiment.draws(firstFuture: first)
    sampler.fill(at: draws)
    settle(0, at: draws, lanes: lanes)
    paid.fill(0)
    paid.subtract(totals[0].credits)
    loss.copy(totals[0].loss)
    addTotals(lanes: lanes)
    addFlow(first: first, lanes: lanes, at: draws)
    for place in regime.shifts.indices {
      settle(place + 1, at: draws, lanes: lanes)
      let totals = totals[place + 1]
      difference.fill(0)
      difference.subtract(totals.credits)
      difference.subtract(paid)
      regime.shifts[place].credits.add(difference, lanes: lanes, work: work)
      difference.copy(totals.loss)
      difference.subtract(loss)
      regime.shifts[place].loss.add(difference, lanes: lanes, work: work)
    }
    regime.futures += lanes
  }

  private func settle(_ place: Int, at draws: Draws, lanes: Int) {
    paths[place].begin(at: draws)
    totals[place].begin(lanes: lanes)
    desks[place].settle(into: totals[place])
  }

  private func addTotals(lanes: Int) {
    regime.paid.add(paid, lanes: lanes, work: work)
    regime.loss.add(loss, lanes: lanes, work: work)
    difference.fill(0)
    difference.subtract(totals[0].nominalCredits)
    regime.nominalPaid.add(difference, lanes: lanes, work: work)
  }

  /// Settles the same futures again for what becomes of credits on their way.
  private func addFlow(first: Int, lanes: Int, at draws: Draws) {
    paths[0].begin(at: draws)
    flow.begin()
    desks[0].settle(into: flow)
    for (place, row) in flow.steps.enumerated() {
      regime.steps[place].add(row, lanes: lanes, work: work)
    }
    regime.charge.add(flow.charge, lanes: lanes, work: work)
    difference.fill(0)
    for row in flow.afterCaps { difference.add(row) }
    difference.indicator(of: difference, .above, 0)
    regime.credited += Int(difference.sum(first: lanes))
    for place in regime.levels.indices {
      regime.levels[place].stated.add(flow.stated[place], lanes: lanes, work: work)
      regime.levels[place].afterCaps.add(flow.afterCaps[place], lanes: lanes, work: work)
      regime.levels[place].judged.add(flow.judged[place], lanes: lanes, work: work)
      regime.levels[place].defaults.add(flow.defaults[place], lanes: lanes, work: work)
    }
    let last = regime.levels.count
    regime.several.stated.add(flow.stated[last], lanes: lanes, work: work)
    regime.several.afterCaps.add(flow.afterCaps[last], lanes: lanes, work: work)
    columns.keep(paid: paid, charge: flow.charge, from: first, lanes: lanes)
  }
}

/// A metric of a provider, moved.
struct RegimeShift: Sendable {
  /// The shift without any future.
  var empty: CreditRegime.Shift

  /// The performance with the metric moved.
  var performance: Performance
}

/// What is kept of each future, which all threads fill.
struct RegimeColumns: Sendable {
  let paid: Column
  let charge: Column

  init(futures: Int) {
    paid = Column(count: futures)
    charge = Column(count: futures)
  }

  func keep(paid: Row, charge: Row, from first: Int, lanes: Int) {
    self.paid.store(paid, lanes: lanes, at: first)
    self.charge.store(charge, lanes: lanes, at: first)
  }
}
