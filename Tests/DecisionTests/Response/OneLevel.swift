import Contracts
import Futures
import Glibc
import Simulation

/// A contract of one level of which everything is known in closed form.
///
/// A fee a month, 24 months, nothing discounted; quality is standard normal around `level`, each
/// month by itself, and a month below 0 is credited with a share of the fee.
struct OneLevel {
  var fee = 1000.0
  var months = 24
  var level = 0.0
  var credited = 0.2
  var costs = CostToServe()
  var lossPerPoint = 0.0

  var event: Event { Small.event(horizon: months) }

  func option() throws -> Option {
    var clauses = [
      Small.fee(fee),
      Contract.Named(
        "good", .serviceLevel(ServiceLevel(metric: "quality", target: 0, comparison: .atLeast))),
      Contract.Named(
        "back",
        .atRiskCredit(
          AtRiskCredit(
            atRisk: credited, allocations: [.init(level: "good", pool: 1, share: 1)]))),
    ]
    if lossPerPoint > 0 { clauses.append(Small.loss(lossPerPoint)) }
    return try Option(
      Small.bid("north", clauses), in: event, performance: Small.quality(around: level))
  }

  func futures(_ count: Int = 4_096, seed: UInt64) -> HeldFutures {
    HeldFutures(
      count,
      of: Assumptions(
        horizon: months,
        demand: [
          DemandDriver(
            serviceLine: "calls", forecast: Array(repeating: 100, count: months),
            spread: Parameter(0))
        ]),
      seed: seed)
  }

  private static func below(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

  /// The expected margin of a month at `effort`.
  func margin(at effort: Double, credited: Double? = nil) -> Double {
    let missed = Self.below(-level - effort)
    return fee
      * (1 - costs.share - (credited ?? self.credited) * missed
        - costs.improvement * effort * effort)
  }

  /// The effort at which `a·φ(μ + e) = 2·k·e`, by halving: beyond it one more costs more than it saves.
  func bestEffort(credited: Double? = nil) -> Double {
    let excess = { (effort: Double) in
      let density = exp(-pow(level + effort, 2) / 2) / (2 * Double.pi).squareRoot()
      return (credited ?? self.credited) * density - 2 * costs.improvement * effort
    }
    var (low, high) = (0.0, costs.most)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if excess(middle) > 0 { low = middle } else { high = middle }
    }
    return low
  }
}
