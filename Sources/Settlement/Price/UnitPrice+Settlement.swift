import Contracts
import Quantities
import Rows

extension UnitPrice {
  /// `u · price · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let volume = desk.volume
    desk.post(desk.indexed("volume × price", ["volume": volume[0], "price": price])) {
      $0.add(volume, times: price, desk.factor)
    }
  }
}
