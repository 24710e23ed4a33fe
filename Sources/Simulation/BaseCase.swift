public import Futures
public import Settlement

extension ResolvedContract {
  /// The base case: what is owed when the contract is settled on the event's baseline volumes, with
  /// every index on its expected path, all levels met and no events.
  ///
  /// Its entries do not say how they came about.
  public func baseCase(in assumptions: Assumptions) -> [Ledger.Entry] {
    let ledger = Ledger(isBrief: true)
    settleBaseline(indices: assumptions.expectedIndices, into: ledger)
    return ledger.entries
  }
}
