import Contracts
import Quantities
import Rows

extension FixedFee {
  /// `amount · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    desk.post(desk.indexed("fee", ["fee": amount])) { $0.add(amount, times: desk.factor) }
  }
}
