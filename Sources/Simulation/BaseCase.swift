public import Futures
public import Settlement

extension ResolvedContract {
  /// The base case: the contract settled on the event's baseline volumes, with every index on its
  /// expected path, all levels met and no events.
  ///
  /// Its entries do not say how they came about.
  public func baseCase(in assumptions: Assumptions) -> Ledger {
    let ledger = Ledger(keepsWorkings: false)
    settleBaseline(indices: assumptions.expectedIndices, into: ledger)
    return ledger
  }
}
