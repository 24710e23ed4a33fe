import Contracts
import Rows

extension OneOffFee {
  /// `amount · F` in the month in which it falls due; it is no part of the month's charge.
  func settle(at desk: Desk) {
    guard desk.month == month else { return }
    desk.amount.fill(amount)
    desk.follow(desk.amount)
    desk.post(desk.amount, desk.indexed("fee", ["fee": amount]))
  }
}
