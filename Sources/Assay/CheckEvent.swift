import Contracts
import Decision
import Futures
import Loading
public import Reporting
import Settlement
import Simulation

/// Checks the event in `folder`: its faults, what should be known of it, and where its bids depart
/// from usual terms.
///
/// - Parameters:
///   - folder: The folder that holds `event.yaml`.
///   - data: Where the history's file lies, instead of where the event says.
///   - option: The only bid that is told of, or nothing for all.
/// - Returns: The report.
/// - Throws: `LoadingError` where the folder cannot be read, ``ExplanationError`` where there is no
///   such bid.
public func checkReport(
  of folder: String, data: String? = nil, only option: String? = nil
) throws -> CheckReport {
  let checked = try checkEvent(at: folder, data: data)
  if let option, !checked.options.contains(option) {
    throw ExplanationError.unknown(option, among: checked.options)
  }
  guard let dossier = checked.dossier else {
    return CheckReport(checked, nil, only: option, version: assayVersion)
  }
  var refusals: [ResolutionError] = []
  var settled: [(bid: Bid, baseCase: BaseCaseLines)] = []
  for bid in dossier.options {
    do throws(ResolutionError) {
      let known = dossier.assumptions.performance[bid.id] ?? Performance(metrics: [])
      let option = try Option(bid, in: dossier.event, performance: known)
      try option.contract.requireStatedPrices()
      guard bid != dossier.baseline else { continue }
      settled.append((bid, BaseCaseLines(option, dossier.assumptions)))
    } catch {
      refusals.append(error)
    }
  }
  let levelled = refusals.isEmpty ? try levelledTotals(of: dossier) : nil
  let review = EventReview(
    dossier.event, settled, levelled: levelled, baseline: dossier.baseline)
  let tieOut = refusals.isEmpty ? try TieOutReport(dossier) : nil
  return CheckReport(
    checked, review, tieOut: tieOut, refusals: refusals, only: option, version: assayVersion)
}

/// What each bid comes to on the expected path, with its adjustments and plugs.
private func levelledTotals(
  of dossier: Dossier
) throws(ResolutionError) -> [(bid: String, total: Double)] {
  var totals: [(bid: String, total: Double)] = []
  let bids = try dossier.bids.levelled(in: dossier.event, assumptions: dossier.assumptions)
  for bid in bids {
    let known = dossier.assumptions.performance[bid.id] ?? Performance(metrics: [])
    let option = try Option(bid, in: dossier.event, performance: known)
    totals.append((bid.id, BaseCaseLines(option, dossier.assumptions).total))
  }
  return totals
}
