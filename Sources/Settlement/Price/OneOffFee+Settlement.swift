import Contracts
import Rows

extension OneOffFee {
  /// `amount · F` in the month in which it falls due; it is no part of the month's charge.
  func settle(at desk: Desk) {
    guard desk.month == month else { return }
    desk.post(desk.indexed("fee", ["fee": amount])) { $0.add(amount, times: desk.factor) }
  }
}
