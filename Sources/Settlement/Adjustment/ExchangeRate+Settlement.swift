import Contracts
import Futures
import Rows

extension ExchangeRate: Settling {
  static var stage: Stage { .exchange }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.indices = try resolver.follow([index])
    seat.factor = resolver.factors[resolver.clause]
    seat.onFactor = try resolver.factor(indexation)
  }

  /// `F = e[t] / e₀` where the rate is quoted directly, `F = e₀ / e[t]` indirectly, times the factor
  /// that it stands on; `e₀` is the level before month 1.
  func settle(at desk: Desk) {
    guard let factor = desk.factor, !desk.contract.isBeforeIndexation else { return }
    let index = desk.contract.followed[desk.seat.indices.lowerBound]
    let rate = desk.world.index(index, in: desk.month)
    let start = desk.contract.startLevels[index]
    switch quote {
    case .direct:
      desk.work.fill(start)
      factor.copy(rate)
      factor.divide(by: desk.work)
    case .indirect:
      factor.fill(start)
      factor.divide(by: rate)
    }
    desk.note("exchange", factor)
    if let on = desk.seat.onFactor { factor.multiply(by: desk.factors[on]) }
  }
}
