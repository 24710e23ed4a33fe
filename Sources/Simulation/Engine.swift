import Contracts
import Futures
import Rows
import Settlement

/// Simulates blocks of futures on one thread.
///
/// The provider paths of all options use the same rows, one option after the other.
final class Engine {
  private let experiment: Experiment
  private let origins: [Double]
  private let worldArena = Arena()
  private let pathArena = Arena()
  private let deskArena = Arena()
  private let sampler: WorldSampler
  private let world: World
  private let paths: [ProviderPath]
  private let costs: [Row]
  private let cheapest: Row
  private let scratch: Scratch
  private let controls: ControlRows
  private(set) var outcome: Outcome
  private(set) var samples: [BlockSample] = []

  /// The results of one block that are kept per future.
  struct BlockSample {
    var block: Int
    var before: [[Double]] = []
    var after: [[Double]] = []
  }

  init(_ experiment: Experiment, origins: [Double]) {
    self.experiment = experiment
    self.origins = origins
    let assumptions = experiment.assumptions
    world = World(for: assumptions, in: worldArena)
    sampler = WorldSampler(assumptions, filling: world, in: worldArena)
    costs = worldArena.rows(experiment.options.count)
    cheapest = worldArena.row()
    scratch = Scratch(row: worldArena.row(), work: worldArena.row())
    controls = ControlRows(
      experiment.controls, options: experiment.options.count, in: worldArena)
    let (pathArena, world) = (pathArena, world)
    paths = experiment.options.map { option in
      pathArena.reset()
      return ProviderPath(
        sampling: option.performance, of: option.bid.id, in: world, assumptions: assumptions,
        uniforms: option.contract.uniforms, arena: pathArena)
    }
    outcome = experiment.emptyOutcome(origins: origins)
  }

  /// Simulates block `block` for every option and adds it to the outcome.
  func run(block: Int) {
    let first = block * Lanes.count
    let lanes = min(Lanes.count, experiment.futures - first)
    let draws = experiment.draws(firstFuture: first)
    var sample = BlockSample(block: block)
    sampler.fill(at: draws)
    controls.fill(from: world)
    for (position, option) in experiment.options.enumerated() {
      let totals = settle(position, option, at: draws, lanes: lanes)
      outcome.options[position].add(totals, scratch: scratch)
      controls.add(totals, of: position, to: &outcome.controls)
      keepCost(of: totals, at: position)
      if first < Sample.capacity { keep(totals, in: &sample) }
    }
    if first < Sample.capacity { samples.append(sample) }
    comparePairs(lanes: lanes)
    controls.add(costs, from: origins, lanes: lanes, to: &outcome.controls)
    countCheapest(lanes: lanes)
    outcome.futures += lanes
  }

  private func settle(
    _ position: Int, _ option: Option, at draws: Draws, lanes: Int
  ) -> Totals {
    let path = paths[position]
    deskArena.reset()
    path.begin(at: draws)
    let totals = Totals(
      for: option.contract, lanes: lanes, counting: experiment.controls.weights[position],
      in: deskArena)
    option.contract.settle(in: world, along: path, into: totals, arena: deskArena)
    return totals
  }

  private func keepCost(of totals: Totals, at position: Int) {
    costs[position].copy(totals.cost)
    if experiment.basis == .afterCredits { costs[position].add(totals.credits) }
  }

  private func keep(_ totals: Totals, in sample: inout BlockSample) {
    let lanes = 0..<totals.lanes
    sample.before.append(lanes.map { totals.cost[$0] })
    sample.after.append(lanes.map { totals.cost[$0] + totals.credits[$0] })
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
