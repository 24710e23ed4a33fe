import Contracts
import Rows

extension TerminationFee {
  /// `base · multiple · F` in the month in which a right is exercised.
  func settle(at desk: Desk) {
    base.fill(desk.amount, ring: desk.ring(base), at: desk)
    let charge = desk.amount[0]
    desk.amount.multiply(by: multiple)
    desk.follow(desk.amount)
    desk.post(
      desk.amount,
      desk.indexed("base × multiple", ["base": charge, "multiple": multiple]))
  }
}
