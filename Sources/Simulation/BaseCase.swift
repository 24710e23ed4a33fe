public import Futures
public import Settlement

extension ResolvedContract {
  /// The base case: what is owed when the contract is settled on the event's baseline volumes, with
  /// every index on its expected path, all levels met and no events.
  public func baseCase(in assumptions: Assumptions) -> [Owed] {
    let amounts = OwedAmounts()
    settleBaseline(indices: assumptions.expectedIndices, into: amounts)
    return amounts.all
  }
}
