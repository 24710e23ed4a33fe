import Contracts
import Rows

extension TierCredit: Settling {
  static var stage: Stage { .credits }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    try resolver.seatCredit(&seat, level, of: base)
    if let users { seat.volumes = try resolver.volumes([users.affected, users.total]) }
  }

  /// `−(base · share(attainment) · min(affected ÷ max(users, 1), 1) · weight)`.
  func settle(at desk: Desk) {
    let (attainment, share) = (desk.amount, desk.other)
    let level = desk.creditedLevel(0)
    desk.readReport(ofLevel: level, into: attainment)
    if attainment[0].isFinite { desk.note("attainment", attainment) }
    table.read(attainment, worse: desk.worse(ofLevel: level), into: share, by: desk.work)
    guard users != nil else {
      return desk.postCredit(share, of: base, Working("share", ["share": share[0]]))
    }
    let (tier, volumes) = (share[0], desk.volumes)
    let (part, total) = (desk.amount, desk.work)
    part.copy(volumes[0])
    total.copy(volumes[1])
    total.limit(atLeast: 1)
    part.divide(by: total)
    part.clip(0, 1)
    share.multiply(by: part)
    desk.postCredit(
      share, of: base,
      Working(
        "share × max(min(affected ÷ max(users, 1), 1), 0)",
        ["share": tier, "affected": volumes[0][0], "users": volumes[1][0]]))
  }
}
