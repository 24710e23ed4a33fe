import Contracts
import Rows

extension TerminationFee {
  /// `base · multiple · F` in the month in which a right is exercised.
  func settle(at desk: Desk) {
    let charge = desk.amount
    base.fill(charge, ring: desk.ring(base), at: desk)
    desk.post(desk.indexed("base × multiple", ["base": charge[0], "multiple": multiple])) {
      $0.add(charge, times: multiple, desk.factor)
    }
  }
}
