import Contracts
import Rows

extension OneOffFee: Settling {
  static var stage: Stage { .prices }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.factor = try resolver.factor(indexation)
    resolver.addLine(nil, .oneOff)
  }

  /// `amount · F` in the month in which it falls due; it is no part of the month's charge.
  func settle(at desk: Desk) {
    guard desk.month == month else { return }
    desk.post(desk.indexed("fee", ["fee": amount])) { $0.add(amount, times: desk.factor) }
  }
}
