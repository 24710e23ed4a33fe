import Contracts
import Rows

extension FixedCredit {
  /// `−(max(charge, 0) · share · weight)`.
  func settle(at desk: Desk) {
    desk.postCredit(
      share: share,
      Working(
        "−(max(charge, 0) × share × weight)",
        [
          "charge": desk.charge[0], "share": share,
          "weight": desk.weight(ofLevel: desk.creditedLevel(0)),
        ]))
  }
}
