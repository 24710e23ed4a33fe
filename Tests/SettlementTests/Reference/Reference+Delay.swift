import Contracts

/// A late go-live: the provider charges nothing, and today's operation runs on.
extension Reference {
  private var delays: [(name: String, clause: TransitionDelay)] {
    all { if case .transitionDelay(let clause) = $0 { clause } else { nil } }
  }

  /// Whether the service is not live yet in month t: a given future has no chance in it, so that
  /// only a delay that is certain holds.
  func isLate(_ t: Int) -> Bool {
    // A baseline charge is that of a service in time.
    !isBeforeIndexation
      && delays.contains { _, clause in
        let certain = clause.outcomes.first { $0.probability == 1 }?.months ?? 0
        return t >= clause.goLive && t < clause.goLive + certain
      }
  }

  /// What is charged where the provider serves.
  func served(_ amounts: [Double]) -> [Double] { each { isLate($0) ? 0 : amounts[$0 - 1] } }

  mutating func settleDelay() {
    for (name, clause) in delays {
      lines["\(name): today's operation"] = each { t in
        let month = t - clause.goLive
        return isLate(t) && month < clause.todaysCost.count ? clause.todaysCost[month] : 0
      }
    }
  }
}
