import Contracts
import Futures
import Rows
import Settlement

/// Simulates blocks of futures on one thread.
///
/// Variants of one option, whose provider performs alike, are settled side by side along one path. The
/// paths of all providers use the same rows, one after the other, and so do their desks.
final class Engine {
  private let experiment: Experiment
  private let origins: [Double]
  private let worldArena = Arena()
  private let pathArena = Arena()
  private let deskArena = Arena()
  private let sampler: WorldSampler
  private let world: World
  private let variants: [Variants]
  private let costs: [Row]
  private let cheapest: Row
  private let scratch: Scratch
  private let controls: ControlRows
  private(set) var outcome: Outcome
  private let end: Int
  private let sample: SharedSample

  /// Prepares the futures before `end` of the experiment and its `variants`, whose results per future
  /// go to `sample`; months are recorded where several blocks are to come.
  init(
    _ experiment: Experiment, _ variants: [[Int]], origins: [Double], end: Int,
    sample: SharedSample, isRecording: Bool
  ) {
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
    self.variants = variants.map { positions in
      pathArena.reset()
      deskArena.reset()
      return Variants(
        positions, of: experiment, in: world, pathArena, deskArena, isRecording: isRecording)
    }
    outcome = experiment.emptyOutcome(origins: origins)
  }

  /// Simulates block `block` for every option and adds it to the outcome.
  func run(block: Int) {
    let first = block * Lanes.count
    let lanes = min(Lanes.count, end - first)
    let draws = experiment.draws(firstFuture: first)
    sampler.fill(at: draws)
    controls.fill(from: world)
    for variants in variants {
      variants.settle(at: draws, lanes: lanes)
      for (position, totals) in variants.totals { add(totals, of: position, from: first) }
    }
    controls.add(costs, from: origins, lanes: lanes, to: &outcome.controls)
    guard experiment.extent == .whole else { return }
    comparePairs(lanes: lanes)
    countCheapest(lanes: lanes)
  }

  private func add(_ totals: Totals, of position: Int, from first: Int) {
    outcome.options[position].add(totals, isSampled: first < Sample.capacity, scratch: scratch)
    controls.add(totals, of: position, to: &outcome.controls)
    keepCost(of: totals, at: position)
    sample.keep(totals, of: position, from: first, work: scratch.work)
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

/// Options that share a provider's path, and what each comes to.
private struct Variants {
  let totals: [(position: Int, totals: Totals)]
  private let path: ProviderPath
  private let desks: [(desk: Desk, sink: any Sink)]

  init(
    _ positions: [Int], of experiment: Experiment, in world: World, _ pathArena: Arena,
    _ deskArena: Arena, isRecording: Bool
  ) {
    let options = positions.map { experiment.options[$0] }
    let path = ProviderPath(
      sampling: options[0].performance, of: options[0].bid.id, in: world,
      assumptions: experiment.assumptions, uniforms: options[0].contract.uniforms,
      arena: pathArena)
    self.path = path
    let totals = zip(positions, options).map { position, option in
      Totals(for: option.contract, counting: experiment.controls.counts[position], in: deskArena)
    }
    desks = zip(options, totals).map { option, totals in
      (
        Desk(
          option.contract, world: world, path: path, arena: deskArena, isRecording: isRecording),
        totals
      )
    }
    self.totals = Array(zip(positions, totals))
  }

  func settle(at draws: Draws, lanes: Int) {
    path.begin(at: draws)
    for (_, totals) in totals { totals.begin(lanes: lanes) }
    Desk.settle(desks)
  }
}

extension Experiment {
  /// The positions of the options, those together whose providers' paths are the same.
  var variants: [[Int]] {
    var groups: [[Int]] = []
    for place in options.indices {
      let like = groups.firstIndex { options[$0[0]].hasPath(of: options[place]) }
      if let like { groups[like].append(place) } else { groups.append([place]) }
    }
    return groups
  }
}

extension Option {
  /// Whether the provider's path is that of `other` in every future.
  fileprivate func hasPath(of other: Option) -> Bool {
    bid.id == other.bid.id && contract.uniforms == other.contract.uniforms
      && performance == other.performance
  }
}
