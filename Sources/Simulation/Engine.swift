import Contracts
import Futures
import Rows
import Settlement

/// Simulates blocks of futures on one thread.
///
/// The provider paths of all options use the same rows, one option after the other, and so do their
/// desks.
final class Engine {
  private let experiment: Experiment
  private let origins: [Double]
  private let worldArena = Arena()
  private let pathArena = Arena()
  private let deskArena = Arena()
  private let sampler: WorldSampler
  private let world: World
  private let paths: [ProviderPath]
  private let desks: [Desk]
  private let totals: [Totals]
  private let costs: [Row]
  private let cheapest: Row
  private let scratch: Scratch
  private let controls: ControlRows
  private(set) var outcome: Outcome
  private let end: Int
  private let sample: SharedSample

  /// Prepares the futures before `end`, whose results per future go to `sample`.
  init(_ experiment: Experiment, origins: [Double], end: Int, sample: SharedSample) {
    self.experiment = experiment
    self.end = end
    self.sample = sample
    self.origins = origins
    let assumptions = experiment.assumptions
    world = World(for: assumptions, in: worldArena)
    sampler = WorldSampler(assumptions, filling: world, in: worldArena)
    costs = worldArena.rows(experiment.options.count)
    cheapest = worldArena.row()
    scratch = Scratch(
      row: worldArena.row(), work: worldArena.row(), count: worldArena.wordRow())
    controls = ControlRows(
      experiment.controls, options: experiment.options.count, in: worldArena)
    let (pathArena, deskArena, world) = (pathArena, deskArena, world)
    paths = experiment.options.map { option in
      pathArena.reset()
      return ProviderPath(
        sampling: option.performance, of: option.bid.id, in: world, assumptions: assumptions,
        uniforms: option.contract.uniforms, arena: pathArena)
    }
    let seats = experiment.options.indices.map { [paths] position in
      let contract = experiment.options[position].contract
      let weights = experiment.controls.weights[position]
      deskArena.reset()
      return (
        Desk(contract, world: world, path: paths[position], arena: deskArena),
        Totals(for: contract, counting: weights, in: deskArena)
      )
    }
    desks = seats.map(\.0)
    totals = seats.map(\.1)
    outcome = experiment.emptyOutcome(origins: origins)
  }

  /// Simulates block `block` for every option and adds it to the outcome.
  func run(block: Int) {
    let first = block * Lanes.count
    let lanes = min(Lanes.count, end - first)
    let draws = experiment.draws(firstFuture: first)
    sampler.fill(at: draws)
    controls.fill(from: world)
    for position in paths.indices {
      paths[position].begin(at: draws)
      let totals = totals[position]
      totals.begin(lanes: lanes)
      desks[position].settle(into: totals)
      outcome.options[position].add(
        totals, isSampled: first < Sample.capacity, scratch: scratch)
      controls.add(totals, of: position, to: &outcome.controls)
      keepCost(of: totals, at: position)
      sample.keep(totals, of: position, from: first, work: scratch.work)
    }
    comparePairs(lanes: lanes)
    controls.add(costs, from: origins, lanes: lanes, to: &outcome.controls)
    countCheapest(lanes: lanes)
  }

  private func keepCost(of totals: Totals, at position: Int) {
    costs[position].copy(totals.cost)
    if experiment.basis == .afterCredits { costs[position].add(totals.credits) }
  }

  private func comparePairs(lanes: Int) {
    var pair = 0
    for first in costs.indices {
      for second in costs.indices where second > first {
        scratch.row.copy(costs[first])
        scratch.row.subtract(costs[second])
        outcome.pairs[pair].add(scratch.row, lanes: lanes, work: scratch.work)
        pair += 1
      }
    }
  }

  /// Counts each option where it is the cheapest of the bids; equal costs count for each.
  private func countCheapest(lanes: Int) {
    let compared = costs.indices.filter { $0 != experiment.baseline }
    guard let first = compared.first else { return }
    cheapest.copy(costs[first])
    for position in compared.dropFirst() { cheapest.limit(atMost: costs[position]) }
    for position in compared {
      scratch.row.indicator(of: costs[position], .atMost, cheapest)
      outcome.options[position].countCheapest(Int(scratch.row.sum(first: lanes)))
    }
  }
}
