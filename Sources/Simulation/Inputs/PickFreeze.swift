import Contracts
import Crew
import Futures
import Rows

/// Costs with one input drawn anew and all others as they are: what Sobol indices are estimated from.
///
/// `A` and `B` are independent futures; in `AB` of an input its drivers are those of B and all others
/// those of A (Saltelli et al., *Variance based sensitivity analysis of model output*, Computer
/// Physics Communications 181, 2010).
public struct PickFreeze: Sendable {
  /// The inputs.
  public let inputs: InputList

  /// The costs by bid and future in A: the experiment's own first futures.
  public let first: [[Double]]

  /// The costs by bid and future in B.
  public let second: [[Double]]

  /// The costs by input, bid and future in AB; nothing where the input does not touch the bid, whose
  /// costs are those in A.
  public let redrawn: [[[Double]?]]

  /// The costs by bid in AB of the input at `place`.
  public func costs(redrawing place: Int) -> [[Double]] {
    zip(redrawn[place], first).map { $0 ?? $1 }
  }
}

extension Experiment {
  /// Simulates `futures` futures of all bids, and again with each of `inputs` drawn anew, on
  /// `threads` threads.
  ///
  /// Only those bids are settled again that an input touches.
  public func pickFreeze(_ inputs: InputList, futures: Int, threads: Int) -> PickFreeze {
    precondition(futures >= 1, "a design has a future")
    let plan = PickFreezePlan(inputs.inputs, self, futures: futures)
    let blocks = (futures + Lanes.count - 1) / Lanes.count
    let workers = max(1, min(threads, blocks))
    _ = (0..<workers).mapSideBySide { worker in
      let settler = BidSettler(self)
      for block in stride(from: worker, to: blocks, by: workers) {
        plan.run(block: block, by: settler)
      }
      return worker
    }
    let values = { (column: Column) in column.values(first: futures) }
    return PickFreeze(
      inputs: inputs, first: plan.first.map(values), second: plan.second.map(values),
      redrawn: plan.redrawn.map { $0.map { $0.map(values) } })
  }
}

/// Which bids are settled with what drawn anew, and where their costs are kept.
private struct PickFreezePlan: Sendable {
  let first: [Column]
  let second: [Column]
  let redrawn: [[Column?]]
  private let inputs: [Input]
  private let sets: [Redrawn]
  private let experiment: Experiment
  private let futures: Int

  init(_ inputs: [Input], _ experiment: Experiment, futures: Int) {
    self.inputs = inputs
    self.experiment = experiment
    self.futures = futures
    sets = inputs.map { Redrawn($0.drivers, from: Experiment.redrawnReplicate) }
    let bids = experiment.bids.map { experiment.options[$0].bid.id }
    first = bids.map { _ in Column(count: futures) }
    second = bids.map { _ in Column(count: futures) }
    redrawn = inputs.map { input in
      bids.map { bid in
        input.options.map { $0.contains(bid) } ?? true ? Column(count: futures) : nil
      }
    }
  }

  /// Settles one block: A and what only touches bids in its world, then other worlds.
  func run(block: Int, by settler: BidSettler) {
    let start = block * Lanes.count
    let lanes = min(Lanes.count, futures - start)
    let own = experiment.draws(firstFuture: start)
    settler.fillWorld(at: own)
    settler.settle(into: first, at: own, lanes: lanes)
    let ordered = inputs.indices.filter { !inputs[$0].movesWorld }
    for place in ordered + inputs.indices.filter({ inputs[$0].movesWorld }) {
      var draws = own
      draws.redrawn = sets[place]
      if inputs[place].movesWorld { settler.fillWorld(at: draws) }
      settler.settle(into: redrawn[place], at: draws, lanes: lanes)
    }
    let other = experiment.draws(firstFuture: start, replicate: Experiment.redrawnReplicate)
    settler.fillWorld(at: other)
    settler.settle(into: second, at: other, lanes: lanes)
  }
}
