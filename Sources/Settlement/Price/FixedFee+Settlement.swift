import Contracts
import Quantities
import Rows

extension FixedFee: Settling {
  static var stage: Stage { .prices }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    try resolver.seatPrice(&seat, indexation)
  }

  /// `amount · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    desk.post(desk.indexed("fee", ["fee": amount])) { $0.add(amount, times: desk.factor) }
  }
}
