import Contracts
import Rows

extension RepeatMultiplier {
  /// A level's credit weighs `multiplier` from the `run`-th default in a row on, 1 for any other
  /// default, 0 for none.
  func settle(at desk: Desk) { desk.repeats = (run, multiplier) }
}
