import Contracts
import Quantities
import Rows

extension UnitPrice: Settling {
  static var stage: Stage { .prices }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    try resolver.seatPrice(&seat, indexation, serviceLine)
  }

  /// `u · price · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let volume = desk.volume
    desk.post(desk.indexed("volume × price", ["volume": volume[0], "price": price])) {
      $0.add(volume, times: price, desk.factor)
    }
  }
}
