import Contracts
import Quantities
import Rows

extension IncludedVolume: Settling {
  static var stage: Stage { .prices }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    try resolver.seatPrice(&seat, indexation, serviceLine)
  }

  /// `(amount + price · max(u − included, 0)) · F` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let (volume, charge) = (desk.volume, desk.amount)
    charge.copy(volume)
    charge.add(-included)
    charge.limit(atLeast: 0)
    desk.note("overage", charge)
    charge.multiply(by: price)
    charge.add(amount)
    desk.post(
      desk.indexed(
        "amount + price × max(volume − included, 0)",
        ["amount": amount, "price": price, "volume": volume[0], "included": included])
    ) { $0.add(charge, times: 1, desk.factor) }
  }
}
