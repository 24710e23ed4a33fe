import Contracts
import Futures
import Quantities
import Rows

extension Desk {
  /// Fills `row` with the current clause's metric in its natural unit, and says whether it was
  /// measured: not where every level is taken as met, nor in a month without a value.
  ///
  /// A given future is the same in every lane.
  func readAttainment(of metric: Metric, into row: Row) -> Bool {
    switch path.attainment(seat.metric) {
    case .scaled(let latent):
      row.widen(latent)
      switch metric.link {
      case .logit: row.logistic()
      case .log: row.exponentiate()
      case .identity: break
      }
      return true
    case .given(let given):
      row.copy(given)
      return !given[0].isNaN
    case .met: return false
    }
  }

  /// The metric that the current clause reads.
  var metric: Metric { contract.metrics[seat.metric] }

  /// A given attainment as it is reported, rounded to the metric's decimals.
  func reported(_ given: Row) -> Row {
    let metric = metric
    guard metric.decimals != nil else { return given }
    for lane in 0..<Lanes.count { work[lane] = metric.reported(given[lane]) }
    return work
  }
}

extension Desk {
  /// Moves a level's window on by a month without a default.
  func pushNone(to defaults: WordRow) { defaults.push(live, .below, 0) }
}
