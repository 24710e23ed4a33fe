import Contracts
import Rows

extension TerminationFee: Settling {
  static var stage: Stage { .fees }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    guard base != .contractCharge else { throw resolver.fault(.impossibleBase) }
    seat.factor = try resolver.factor(indexation)
    resolver.addState(base.stateRows)
    resolver.addLine("fee for leaving", .terminationFee, .onExercise)
  }

  /// `base · multiple · F` in the month in which a right is exercised.
  func settle(at desk: Desk) {
    if base.constant(at: desk) == nil {
      base.fill(desk.amount, ring: desk.ring(base), at: desk)
    }
    desk.post(base, in: desk.amount, times: multiple)
  }
}
