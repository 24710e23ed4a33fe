import Calibration
import Contracts
import Futures

/// Puts the performance of each option together: what is stated of it, else the fit of its
/// provider, else what is stated of peers, else the peers of the fits.
struct PerformanceAssembly {
  let context: EventContext
  let stated: PerformanceTable

  let history: EventHistory
  let findings: Findings

  /// The peers of the fits; nothing where there is none.
  private let fittedPeers: Performance?

  init(
    context: EventContext, stated: PerformanceTable, history: EventHistory, findings: Findings
  ) {
    self.context = context
    self.stated = stated
    self.history = history
    self.findings = findings
    let ordered = history.performance.sorted { $0.key < $1.key }.map(\.value)
    fittedPeers = ordered.isEmpty ? nil : peers(of: ordered)
  }

  /// How the provider of `bid` may run, metric by metric in the event's order.
  ///
  /// A metric of which nothing is known is a fault where the contract or a loss needs it.
  func performance(of bid: Bid) -> Performance {
    let needed = bid.id == BidFolder.baseline ? [] : context.neededMetrics
    let used = Set(bid.contract.clauses.flatMap(\.clause.metrics) + needed)
    var drivers: [PerformanceDriver] = []
    var fromPeers: [String] = []
    for metric in context.metrics {
      let own = stated.entries[bid.id]?.metrics[metric.id]
      let fitted = history.performance[bid.id]?.performance.driver(of: metric.id)
      let peer = fitted == nil ? peerDriver(of: metric, report: own == nil) : nil
      let base = fitted ?? peer
      let driver = own.map { read($0, metric, over: base, findings) } ?? base
      if own == nil, peer != nil { fromPeers.append(metric.id) }
      if let driver {
        drivers.append(driver)
      } else if own == nil, used.contains(metric.id), !history.isBroken {
        reportUnknown(metric, of: bid.id)
      }
    }
    if !fromPeers.isEmpty { findings.note(.peersStandIn(option: bid.id, metrics: fromPeers)) }
    return Performance(
      metrics: drivers, correlation: correlation(of: drivers.map(\.metric), option: bid.id)
    )
  }

  private func peerDriver(of metric: Metric, report: Bool) -> PerformanceDriver? {
    let fitted = fittedPeers?.driver(of: metric.id)
    guard let own = stated.entries[PerformanceTable.peers]?.metrics[metric.id] else {
      return fitted
    }
    let sink = report ? findings : Findings()
    return read(own, metric, over: fitted, sink)
  }

  private func read(
    _ own: StatedMetric, _ metric: Metric, over base: PerformanceDriver?, _ findings: Findings
  ) -> PerformanceDriver? {
    own.driver(of: metric, over: base, isBaseKnown: !history.isBroken, findings: findings)
  }

  private func reportUnknown(_ metric: Metric, of option: String) {
    findings.add(
      .performance(option: option),
      at: context.metricSpots[metric.id] ?? Spot(file: EventFile.name),
      path: "assumptions/performance/\(option)/\(metric.id)"
    )
  }

  private func correlation(of metrics: [String], option: String) -> Correlation {
    let peers = stated.entries[PerformanceTable.peers]?.correlations ?? CorrelationList()
    let known =
      history.performance[option]?.performance.matrix(of: metrics)
      ?? peers.laid(
        over: fittedPeers?.matrix(of: metrics) ?? Performance(metrics: []).matrix(of: metrics),
        of: metrics
      )
    let own = stated.entries[option]?.correlations ?? CorrelationList()
    return own.correlation(
      of: metrics, over: known, path: "assumptions/performance/\(option)/correlations",
      findings: findings
    )
  }
}

extension Performance {
  fileprivate func driver(of metric: String) -> PerformanceDriver? {
    metrics.first { $0.metric == metric }
  }

  /// The correlations of `names`, 0 where one of the two is not among the metrics.
  fileprivate func matrix(of names: [String]) -> [[Double]] {
    let places = names.map { name in metrics.firstIndex { $0.metric == name } }
    return names.indices.map { i in
      names.indices.map { j in
        if i == j { return 1 }
        guard let row = places[i], let column = places[j] else { return 0 }
        return correlation.matrix[row][column]
      }
    }
  }
}

extension Clause {
  /// The metrics whose run the clause needs to be settled.
  fileprivate var metrics: [String] {
    switch self {
    case .serviceLevel(let level): [level.metric] + (level.tail.map { [$0.metric] } ?? [])
    case .poorServiceLoss(let loss): [loss.metric]
    case .bonus(let bonus): [bonus.metric]
    case .indexation, .escalator, .exchangeRate, .currencyShare, .fixedFee, .unitPrice,
      .tieredPrice,
      .includedVolume, .staffCharge, .peakPrice, .costPlus, .targetCost, .minimumFee, .hiddenCost,
      .levellingAdjustment, .oneOffFee, .paymentTerms, .volumeBand, .exclusivity, .volumeDiscount,
      .minimumCommitment,
      .forecastRelief, .gainShare, .tax, .lateInterest, .promptDiscount, .disputedInvoices,
      .repeatMultiplier, .atRiskCredit, .fixedCredit, .tierCredit, .linearCredit, .pointsCredit,
      .unitCredit, .simultaneity, .creditCap, .longCreditCap, .earnBack, .ratchet, .creditTerms,
      .chronicFailure, .terminationFee, .replacement, .strandedCost, .transitionDelay:
      []
    }
  }
}
