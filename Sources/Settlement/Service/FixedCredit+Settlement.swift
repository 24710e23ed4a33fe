import Contracts
import Rows

extension FixedCredit {
  /// `−(charge · share · weight)`.
  func settle(at desk: Desk) {
    let level = desk.seat.levels[0]
    desk.postCredit(
      share: share, level: level,
      Working(
        "−(charge × share × weight)",
        ["charge": desk.charge[0], "share": share, "weight": desk.weights[level][0]]))
  }
}
