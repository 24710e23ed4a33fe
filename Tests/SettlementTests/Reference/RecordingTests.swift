import Contracts
import Futures
import Quantities
import Rows
import TestKit
import Testing

@testable import Settlement

/// Random contracts in random futures: a desk that records its months, beside desks that settle every
/// block clause by clause.
@Suite struct RecordingTests {
  /// How many contracts one case settles; cases run side by side.
  private static let contracts: UInt64 = 20

  @Test(arguments: 0..<UInt64(10))
  func a_recorded_month_has_the_bits_of_a_settled_one(_ part: UInt64) throws {
    for seed in RandomContract.seeds(inPart: part, of: Self.contracts) {
      let random = try RandomContract(seed: seed)
      let settled = try Settlements(of: random, isRecording: false)
      let recorded = try Settlements(of: random, isRecording: true)
      for block in 0..<4 {
        let (one, other) = (settled.bits(ofBlock: block), recorded.bits(ofBlock: block))
        #expect(one == other, "seed \(seed), block \(block)\n\(random.described)")
        if one != other { return }
      }
      #expect(settled.recordedParts == 0)
      // Of both desks the two parts of each month at least.
      #expect(recorded.recordedParts >= 2 * 2 * random.horizon)
    }
  }
}

/// A contract and the same without leaving, side by side, in blocks of random futures.
private final class Settlements {
  private let arena = Arena()
  private let sampler: WorldSampler
  private let path: ProviderPath
  private let desks: [(desk: Desk, sink: any Sink)]
  private let totals: [Totals]

  init(of random: RandomContract, isRecording: Bool) throws {
    let event = random.event
    let contract = try Contract(id: "random", clauses: random.clauses)
      .resolved(in: event, metrics: event.metrics.map(\.id))
    let assumptions = Assumptions(around: event)
    let world = World(for: assumptions, in: arena)
    sampler = WorldSampler(assumptions, filling: world, in: arena)
    path = ProviderPath(
      sampling: assumptions.performance["random"] ?? Performance(metrics: []), of: "random",
      in: world, assumptions: assumptions, uniforms: contract.uniforms, arena: arena)
    let (arena, path) = (arena, path)
    let contracts = [random.path.leavingPays, []].map { leavingPays in
      var variant = contract
      variant.leavingPays = leavingPays
      return variant
    }
    totals = contracts.map { Totals(for: $0, in: arena) }
    desks = zip(contracts, totals).map { contract, totals in
      let desk = Desk(
        contract, world: world, path: path, arena: arena, isRecording: isRecording)
      return (desk, totals)
    }
  }

  /// How many parts of months the desks have recorded.
  var recordedParts: Int {
    desks.compactMap(\.desk.recordings).map { $0.parts.count { $0 != nil } }.reduce(0, +)
  }

  /// The bits of all totals, where all NaNs are one.
  func bits(ofBlock block: Int) -> [[UInt64]] {
    let draws = Draws(seed: 7, firstFuture: UInt32(block * Lanes.count))
    sampler.fill(at: draws)
    path.begin(at: draws)
    for totals in totals { totals.begin(lanes: Lanes.count) }
    Desk.settle(desks)
    return totals.flatMap { totals in
      let rows = [
        totals.cost, totals.credits, totals.nominalCost, totals.nominalCredits, totals.loss,
        totals.stayed, totals.rightArisen, totals.exited,
      ]
      let defaults = totals.defaults.map { count in (0..<Lanes.count).map { UInt64(count[$0]) } }
      return rows.map { row in (0..<Lanes.count).map { Self.bits(row[$0]) } } + defaults
        + [(totals.costUpTo + totals.creditsUpTo).map(Self.bits)]
    }
  }

  private static func bits(_ x: Double) -> UInt64 { x.isNaN ? Double.nan.bitPattern : x.bitPattern }
}

extension Assumptions {
  /// Futures around what `event` expects, wide enough that all that may happen does.
  fileprivate init(around event: Event) {
    let lines = event.serviceLines.map { line in
      DemandDriver(
        serviceLine: line.id, forecast: line.baseline, persistence: Parameter(0.7, scale: .atanh),
        spread: Parameter(0.2, scale: .log))
    }
    let indices = zip(event.indices, event.startLevels).map { id, level in
      IndexDriver(
        id: id, law: .geometric(drift: 0.03, spread: Parameter(0.06, scale: .log)),
        startLevel: level)
    }
    let metrics = event.metrics.map { metric in
      let level = metric.link == .log ? 20 : metric.link == .logit ? 0.88 : 3.2
      return PerformanceDriver(
        metric: metric.id, link: metric.link, level: Parameter(metric.link.scaled(level)),
        spread: Parameter(0.6, scale: .log), persistence: Parameter(0.5, scale: .atanh),
        demandLinks: event.serviceLines.first.map { [$0.id: Parameter(-0.5)] } ?? [:],
        sample: metric.link == .logit ? .cases(40) : nil)
    }
    self.init(
      horizon: event.horizon, demand: lines, indices: indices,
      performance: ["random": Performance(metrics: metrics)])
  }
}
