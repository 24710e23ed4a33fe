import Contracts
import Rows

extension RepeatMultiplier: Settling {
  static var stage: Stage { .repeats }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {}

  /// A level's credit weighs `multiplier` from the `run`-th default in a row on, 1 for any other
  /// default, 0 for none.
  func settle(at desk: Desk) { desk.notes.repeats = (run, multiplier) }
}
