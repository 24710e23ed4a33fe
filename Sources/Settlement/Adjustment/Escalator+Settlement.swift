import Contracts
import Rows

extension Escalator: Settling {
  static var stage: Stage { .escalators }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.factor = resolver.factors[resolver.clause]
    seat.onFactor = try resolver.factor(indexation)
    if seat.onFactor != nil { resolver.addState(1) }
  }

  /// `E ← E · (1 + rate)` at each step, from 1 on; `F = E`, or `F = F_on · E`.
  func settle(at desk: Desk) {
    guard let factor = desk.factor, !desk.contract.isBeforeIndexation else { return }
    guard let on = desk.seat.onFactor else {
      if steps(in: desk.month) { factor.multiply(by: 1 + rate) }
      return
    }
    let steps = desk.memory(0)
    if desk.month == 1 { steps.fill(1) }
    if self.steps(in: desk.month) { steps.multiply(by: 1 + rate) }
    factor.copy(desk.factors[on])
    factor.multiply(by: steps)
  }
}
