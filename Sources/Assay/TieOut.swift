public import Loading
public import Reporting
public import Settlement

extension TieOutReport {
  /// Settles the bids of `dossier` at the baseline volumes, each on the basis of its totals.
  ///
  /// - Throws: ``ResolutionError`` for a contract that cannot be settled.
  public init(_ dossier: Dossier) throws(ResolutionError) {
    var bids: [TieOut] = []
    for bid in dossier.bids {
      let metrics = dossier.assumptions.performance[bid.id]?.metrics.map(\.metric) ?? []
      let contract = try bid.contract.resolved(in: dossier.event, metrics: metrics)
      bids.append(
        contract.tieOut(
          with: bid.statedTotals, tolerance: dossier.event.levelling.tolerance,
          in: dossier.assumptions))
    }
    self.init(dossier.event, bids)
  }
}
