import Contracts
import Quantities
import Rows

extension PeakPrice: Settling {
  static var stage: Stage { .prices }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    try resolver.seatPrice(&seat, indexation, serviceLine)
    resolver.addState(ratchet - 1)
  }

  /// `max(u · ratio, earlier peaks of the last n months) · price · F` in every month of the span.
  ///
  /// The peaks of the months before the current one stand in a ring of n − 1 rows.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let (volume, peak, earlier) = (desk.volume, desk.amount, desk.work)
    peak.copy(volume)
    peak.multiply(by: peakRatio)
    if ratchet > 1 {
      let ring = desk.state[desk.seat.state..<desk.seat.state + ratchet - 1]
      earlier.fill(0)
      for row in ring { earlier.limit(atLeast: row) }
      ring[ring.startIndex + (desk.month - 1) % ring.count].copy(peak)
      peak.limit(atLeast: earlier)
    }
    desk.note("peak", peak)
    desk.post(working(desk, volume, earlier)) { $0.add(peak, times: price, desk.factor) }
  }

  private func working(_ desk: Desk, _ volume: Row, _ earlier: Row) -> Working {
    if ratchet == 1 {
      return desk.indexed(
        "volume × ratio × price", ["volume": volume[0], "ratio": peakRatio, "price": price])
    }
    return desk.indexed(
      "max(volume × ratio, earlier) × price",
      ["volume": volume[0], "ratio": peakRatio, "earlier": earlier[0], "price": price])
  }
}
