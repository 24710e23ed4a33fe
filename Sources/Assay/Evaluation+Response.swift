import Contracts
import Crew
import Decision
import Loading
public import Reporting
import Simulation

extension Evaluation {
  /// How hard each provider tries under its contract, or that of `id` alone, on the experiment's
  /// futures.
  ///
  /// - Throws: ``ExplanationError`` where there is no such bid.
  public func responses(of id: String? = nil) throws(ExplanationError) -> ResponseReport {
    let options = try bids(id)
    let futures = heldFutures
    let rows = options.map { option in
      ResponseReport.Row(
        option.bid, ProviderResponse(of: option, costs: costs(of: option), in: futures))
    }
    return ResponseReport(dossier.event, rows, provenance)
  }

  /// The credit regime of bid `id` that serves the buyer best, its provider answering each with
  /// the effort that serves itself best.
  ///
  /// - Parameters:
  ///   - id: The bid's identifier.
  ///   - statistic: What of the buyer's cost after credits is to be low.
  ///   - evaluations: How many regimes each search tries at most.
  ///   - progress: Is told how many regimes have been tried, of ``searches`` times `evaluations`.
  /// - Returns: The regimes, by the provider's least margin.
  /// - Throws: ``ExplanationError`` where there is no such bid.
  public func bestRegime(
    of id: String, lowering statistic: Criterion.Statistic = .mean, evaluations: Int,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> BestRegimeReport {
    let option = try bids(id)[0]
    let costs = costs(of: option)
    let search = RegimeSearch(
      of: option, in: dossier.event, costs: costs, over: heldFutures, lowering: statistic,
      terms: option.bid.contract.regimeTerms)
    let written = try search.written(least: costs.walkAway)
    let margins = RegimeSearch.margins(
      from: costs.walkAway, written: written.response.marginShare)
    var found: [BestRegimeReport.Point] = []
    // What leaves the provider a higher margin leaves it a lower one too: the next search begins there.
    var start: [RegimeTerm: Double] = [:]
    for margin in margins.reversed() {
      let before = found.count * evaluations
      let best = try search.best(least: margin, from: start, evaluations: evaluations) {
        progress(before + $0)
      }
      if best.isAccepted { start = best.values }
      found.append(BestRegimeReport.Point(least: margin, found: best))
    }
    return BestRegimeReport(
      dossier.event, option.bid, statistic, written: written, frontier: found.reversed(),
      provenance)
  }

  private var heldFutures: HeldFutures {
    HeldFutures(experiment.futures, of: experiment.assumptions, seed: experiment.seed)
  }

  private func costs(of option: Simulation.Option) -> CostToServe {
    dossier.costToServe[option.bid.id] ?? CostToServe()
  }

  /// The bids, or that with the identifier `id`.
  private func bids(_ id: String?) throws(ExplanationError) -> [Simulation.Option] {
    let bids = experiment.options.indices.filter { $0 != experiment.baseline }
      .map { experiment.options[$0] }
    guard let id else { return bids }
    guard let bid = bids.first(where: { $0.bid.id == id }) else {
      throw .unknown(id, among: bids.map(\.bid.id))
    }
    return [bid]
  }
}
