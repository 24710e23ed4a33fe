import Contracts
import Quantities
import Rows

extension FixedFee {
  /// `amount · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    desk.amount.fill(amount)
    desk.postCharge(desk.amount, "fee", ["fee": amount])
  }
}
