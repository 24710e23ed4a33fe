public import Futures
public import Settlement

extension ResolvedContract {
  /// The base case: the contract settled on `volumes` by service line and month, the forecast
  /// where none are given, with every index on its expected path, all levels met and no events.
  public func baseCase(
    in assumptions: Assumptions, volumes: [[Double]]? = nil
  ) -> Ledger {
    let ledger = Ledger()
    settleGiven(
      volumes: volumes ?? assumptions.demand.map(\.forecast),
      indices: assumptions.expectedIndices, into: ledger)
    return ledger
  }
}
