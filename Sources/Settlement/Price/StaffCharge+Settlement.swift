import Contracts
import Quantities
import Rows

extension StaffCharge: Settling {
  static var stage: Stage { .prices }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    switch headcount {
    case .volume(let line): try resolver.seatPrice(&seat, indexation, line)
    case .stated: try resolver.seatPrice(&seat, indexation)
    }
  }

  /// `FTE · rate · (1 − vacancy) · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let charge = desk.amount
    switch headcount {
    case .volume: charge.copy(desk.volume)
    case .stated(let staff): charge.fill(staff[min(desk.month, staff.count) - 1])
    }
    let staff = charge[0]
    charge.multiply(by: rate)
    charge.multiply(by: 1 - vacancy)
    desk.post(
      desk.indexed(
        "staff × rate × (1 − vacancy)", ["staff": staff, "rate": rate, "vacancy": vacancy])
    ) { $0.add(charge, times: 1, desk.factor) }
  }
}
