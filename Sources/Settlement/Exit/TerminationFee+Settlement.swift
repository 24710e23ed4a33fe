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
    let charge = desk.amount
    base.fill(charge, ring: desk.ring(base), at: desk)
    desk.post(desk.indexed("base × multiple", ["base": charge[0], "multiple": multiple])) {
      $0.add(charge, times: multiple, desk.factor)
    }
  }
}
