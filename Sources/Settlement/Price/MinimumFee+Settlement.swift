import Contracts
import Quantities
import Rows

extension MinimumFee: Settling {
  static var stage: Stage { .minimums }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.scope = try resolver.scope(of: prices)
    try resolver.seatPrice(&seat, indexation)
  }

  /// `max(minimum · F − charge, 0)` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let (charge, need, shortfall) = (desk.charge(in: desk.seat.scope), desk.work, desk.amount)
    need.fill(0)
    need.add(amount, times: desk.factor)
    shortfall.setShortfall(of: charge, below: need, times: 1)
    // The charge itself may be what the shortfall is posted to.
    let counted = charge[0]
    desk.post(working(desk, counted)) { $0.add(shortfall) }
  }

  private func working(_ desk: Desk, _ charge: Double) -> Working {
    var working = desk.indexed("minimum", ["minimum": amount])
    working.formula = "max(\(working.formula) − charge, 0)"
    working.bind("charge", to: charge)
    return working
  }
}
