import Contracts
import Futures
import Rows
import Settlement

/// Settles a block of one option with one default more, on one thread.
final class FurtherEngine {
  /// What a default more does in one future.
  enum Effect: Hashable {
    /// The month is not open.
    case none
    /// It costs a credit, or the contract.
    case costs
    /// It costs nothing, for this step takes the credit.
    case free(CreditStep)
  }

  private let draws: Draws
  private let world: World
  private let path: ProviderPath
  private let desk: Desk
  private let open: OpenMonths
  private let base: CreditFlow
  private let flow: CreditFlow
  private let arena = Arena()
  private let lanes: Int

  /// Settles `futures`, a block or the beginning of one.
  init(_ experiment: Experiment, option: Int, futures: Range<Int>) {
    let chosen = experiment.options[option]
    let assumptions = experiment.assumptions
    lanes = futures.count
    draws = experiment.draws(firstFuture: futures.lowerBound)
    world = World(for: assumptions, in: arena)
    WorldSampler(assumptions, filling: world, in: arena).fill(at: draws)
    path = ProviderPath(
      sampling: chosen.performance, of: chosen.bid.id, in: world, assumptions: assumptions,
      uniforms: chosen.contract.uniforms, arena: arena)
    desk = Desk(chosen.contract, world: world, path: path, arena: arena)
    open = OpenMonths(for: chosen.contract, in: arena)
    base = CreditFlow(for: chosen.contract, in: .nominal, byLevel: false, arena: arena)
    flow = CreditFlow(for: chosen.contract, in: .nominal, byLevel: false, arena: arena)
    path.begin(at: draws)
    desk.settle(into: open)
    path.begin(at: draws)
    base.begin()
    desk.settle(into: base)
  }

  /// What `further` does in each future of the block.
  func effects(of further: FurtherDefault) -> [Effect] {
    let isOpen = open.open[further.level][further.month - 1]
    guard isOpen.maximum(first: lanes) > 0 else {
      return Array(repeating: .none, count: lanes)
    }
    path.begin(at: draws)
    flow.begin()
    desk.settle(into: flow, adding: further)
    return (0..<lanes).map { isOpen[$0] == 0 ? .none : effect(in: $0) }
  }

  /// Bonuses hang on no default and are left out.
  private func effect(in lane: Int) -> Effect {
    let changes = CreditStep.allCases.filter { $0 != .bonus }.map { step in
      (step, flow.steps[step.position][lane] - base.steps[step.position][lane])
    }
    let rise = changes.reduce(0) { $0 + $1.1 }
    let isEndOther = flow.lastMonth[lane] != base.lastMonth[lane]
    guard rise < FurtherDefaults.least, !isEndOther else { return .costs }
    let taker = changes.dropFirst().min { $0.1 < $1.1 }
    guard let taker, taker.1 < 0, changes[0].1 >= FurtherDefaults.least else {
      return .free(.stated)
    }
    return .free(taker.0)
  }
}
