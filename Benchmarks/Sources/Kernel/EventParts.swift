import Assay
import Rows
import Timing

/// The event whose blocks are timed.
struct Workload {
  /// How many futures the summary and the whole simulation take.
  private static let futures = 100_000

  private let evaluation: Evaluation

  /// Reads the event's folder at `path`.
  init(_ path: String) throws {
    evaluation = try Evaluation(loadEvent(at: path), futures: Self.futures)
  }

  /// The experiment on the event.
  var experiment: Experiment { evaluation.experiment }

  /// What the whole simulation of one block takes on one thread, and the summary of all of them.
  ///
  /// `settling` is what of a block is spent on the world and on all settlements, in nanoseconds.
  func parts(settling: Double) async -> [Part] {
    let experiment = experiment
    var timings: [Double] = []
    var outcome = await experiment.run(threads: 2)
    for _ in 0..<3 {
      let begun = ContinuousClock.now
      outcome = await experiment.run(threads: 1)
      timings.append(seconds(since: begun))
    }
    let blocks = (Self.futures + Lanes.count - 1) / Lanes.count
    let bids = experiment.options.count
    let summary = Timing.nanoseconds(for: 2 * bids * Self.futures) {
      for bid in 0..<bids {
        for basis in [CostBasis.beforeCredits, .afterCredits] {
          precondition(outcome.summary(of: bid, basis).standardDeviation > 0, "costs vary")
        }
      }
    }
    let block = timings.sorted()[1] * 1e9 / Double(blocks)
    return [
      Part("all of the simulation, one thread", per: "block of \(Lanes.count) futures", block),
      Part(
        "of it sums, histograms and pairs, by difference", per: "block of \(Lanes.count) futures",
        max(0, block - settling)),
      Part(
        "summary of a cost: mean, eight quantiles, worst twentieth", per: "value, of 100,000",
        summary),
    ]
  }
}

/// What one block of futures of an event takes, stage by stage.
struct EventParts {
  private let experiment: Experiment
  private let arena = Arena()
  private let deskArena = Arena()
  private let world: World
  private let draws = Draws(seed: 1)

  init(_ workload: Workload) {
    experiment = workload.experiment
    world = World(for: experiment.assumptions, in: arena)
    WorldSampler(experiment.assumptions, filling: world, in: arena).fill(at: draws)
  }

  /// What the world and the settlements of all options take in one block, each as the first.
  var block: Double { filling + Double(experiment.options.count) * settling(first, along: path) }

  /// What each stage takes.
  var parts: [Part] {
    let option = first
    let months = world.horizon * Lanes.count
    let metrics = option.performance.metrics.count
    let (world, path) = (filling / Double(months), path)
    let walked = walking(path) / Double(months)
    let settled = settling(option, along: path) / Double(months)
    let met = ProviderPath(
      meetingAll: metrics, uniforms: option.contract.uniforms.count, arena: arena)
    let undisturbed = settling(option, along: met) / Double(months)
    return [
      Part("world: volumes and indices", per: "future and month", world),
      Part("provider: all metrics, draws included", per: "future, month and bid", walked),
      Part("the same", per: "draw", walked / Double(max(metrics, 1))),
      Part("settlement with its provider", per: "future, month and bid", settled),
      Part("settlement less its provider", per: "future, month and bid", settled - walked),
      Part("settlement, every level met", per: "future, month and bid", undisturbed),
    ]
  }

  private var filling: Double {
    let sampler = WorldSampler(experiment.assumptions, filling: world, in: arena)
    return Timing.nanoseconds(for: 1) { sampler.fill(at: draws) }
  }

  private var first: Option { experiment.options[0] }

  private var path: ProviderPath {
    ProviderPath(
      sampling: first.performance, of: first.bid.id, in: world,
      assumptions: experiment.assumptions, uniforms: first.contract.uniforms, arena: arena)
  }

  private func walking(_ path: ProviderPath) -> Double {
    Timing.nanoseconds(for: 1) {
      path.begin(at: draws)
      for month in 1...world.horizon { path.advance(to: month) }
    }
  }

  private func settling(_ option: Option, along path: ProviderPath) -> Double {
    deskArena.reset()
    let totals = Totals(for: option.contract, in: deskArena)
    let desk = Desk(
      option.contract, world: world, path: path, arena: deskArena, isRecording: path.isSampled)
    return Timing.nanoseconds(for: 1) {
      path.begin(at: draws)
      totals.begin(lanes: Lanes.count)
      desk.settle(into: totals)
    }
  }
}
