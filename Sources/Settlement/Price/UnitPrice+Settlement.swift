import Contracts
import Quantities
import Rows

extension UnitPrice {
  /// `u · price · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    desk.amount.copy(desk.volume)
    desk.amount.multiply(by: price)
    desk.postCharge(
      desk.amount, "volume × price", ["volume": desk.volume[0], "price": price])
  }
}
