public import Futures
public import Settlement

extension ResolvedContract {
  /// The base case: the contract settled on the event's baseline volumes, with every index on its
  /// expected path, all levels met and no events.
  public func baseCase(in assumptions: Assumptions) -> Ledger {
    let ledger = Ledger()
    settleBaseline(indices: assumptions.expectedIndices, into: ledger)
    return ledger
  }
}
