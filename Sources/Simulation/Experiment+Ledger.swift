import Contracts
import Futures
import Rows
public import Settlement

extension Experiment {
  /// The ledger of one future of one option, in the bits that the simulation has added up.
  public func ledger(of option: Int, future: Int) -> Ledger {
    let ledger = Ledger()
    let chosen = options[option]
    let arena = Arena()
    let world = World(for: assumptions, in: arena)
    let draws = draws(firstFuture: future)
    WorldSampler(assumptions, filling: world, in: arena).fill(at: draws)
    let path = ProviderPath(
      sampling: chosen.performance, of: chosen.bid.id, in: world, assumptions: assumptions,
      uniforms: chosen.contract.uniforms, arena: arena)
    path.begin(at: draws)
    chosen.contract.settle(in: world, along: path, into: ledger, arena: arena)
    return ledger
  }
}
