import Contracts
import Quantities
import Rows

extension CostPlus: Settling {
  static var stage: Stage { .prices }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.factor = try resolver.factor(indexation)
    seat.volume = try resolver.volume(serviceLine)
    resolver.addLine(nil, isInCharge ? .charge : .passThrough)
  }

  /// `cost · (1 + markup) + fee · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let (cost, price) = (desk.volume, desk.amount)
    price.copy(cost)
    price.multiply(by: 1 + markup)
    if fee != 0 { price.add(fee, times: desk.factor) }
    desk.post(working(desk, cost)) { $0.add(price) }
  }

  private func working(_ desk: Desk, _ cost: Row) -> Working {
    var working = Working("cost × (1 + markup)", ["cost": cost[0], "markup": markup])
    guard fee != 0 else { return working }
    let following = desk.indexed("fee", ["fee": fee])
    working.formula += " + \(following.formula)"
    working.inputs += following.inputs
    return working
  }
}
