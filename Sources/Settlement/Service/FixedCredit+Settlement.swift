import Contracts
import Rows

extension FixedCredit {
  /// `−(max(charge, 0) · share · weight)`.
  func settle(at desk: Desk) {
    let level = desk.seat.levels[0]
    desk.postCredit(
      share: share, level: level,
      Working(
        "−(max(charge, 0) × share × weight)",
        ["charge": desk.charge[0], "share": share, "weight": desk.weights[level][0]]))
  }
}
