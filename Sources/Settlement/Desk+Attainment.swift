import Contracts
import Futures
import Quantities
import Rows

extension Desk {
  /// The current clause's metric in its natural unit. Where every level is met it is not a number,
  /// from which no shortfall follows.
  func readAttainment(of metric: Metric, into row: Row) {
    switch path.attainment(seat.metric) {
    case .scaled(let latent):
      row.widen(latent)
      switch metric.link {
      case .logit: row.logistic()
      case .log: row.exponentiate()
      case .identity: break
      }
    case .given(let given): row.copy(given)
    case .met: row.fill(.nan)
    }
  }

  /// A given attainment as it is reported, rounded to the metric's decimals.
  func reported(_ given: Row) -> Row {
    let metric = contract.metrics[seat.metric]
    guard metric.decimals != nil else { return given }
    for lane in 0..<Lanes.count { work[lane] = metric.reported(given[lane]) }
    return work
  }
}

extension Desk {
  /// Moves a level's window on by a month without a default.
  func pushNone(to defaults: WordRow) { defaults.push(live, .below, 0) }
}
