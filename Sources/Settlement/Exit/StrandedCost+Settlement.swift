import Contracts
import Quantities
import Rows

extension StrandedCost: Settling {
  static var stage: Stage { .losses }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.factor = try resolver.factor(indexation)
    resolver.addLine(nil, .own, .always)
  }

  /// `amount · F` in every month of the span, whether or not the contract is live.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    desk.post(desk.indexed("cost", ["cost": amount])) { $0.add(amount, times: desk.factor) }
  }
}
