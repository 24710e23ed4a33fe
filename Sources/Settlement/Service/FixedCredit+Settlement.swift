import Contracts
import Rows

extension FixedCredit: Settling {
  static var stage: Stage { .credits }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.credited = try resolver.credited([(level, share)])
    resolver.addLine(level, .credit)
  }

  /// `−(max(charge, 0) · (share · weight))`.
  func settle(at desk: Desk) {
    desk.postCredit(
      share: share, of: desk.charged,
      Working(
        "−(max(charge, 0) × (share × weight))",
        [
          "charge": desk.charge[0], "share": share,
          "weight": desk.weight(ofLevel: desk.creditedLevel(0)),
        ]))
  }
}
