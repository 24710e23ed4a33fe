import Contracts
import Rows

extension LinearCredit: Settling {
  static var stage: Stage { .credits }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    try resolver.seatCredit(&seat, level, of: base)
  }

  /// `−(base · min(points · perPoint, cap) · weight)`, the points in whole steps where parts of one
  /// do not count as such.
  ///
  /// A default that was not measured costs the cap **[assumption]**.
  func settle(at desk: Desk) {
    let points = desk.other
    guard desk.readShortfall(ofLevel: desk.creditedLevel(0), from: from, into: points) else {
      points.fill(cap)
      return desk.postCredit(points, of: base, Working("cap", ["cap": cap]))
    }
    takeWholeSteps(of: points, by: desk.work, desk.amount)
    desk.note("points", points)
    let counted = points[0]
    points.multiply(by: perPoint)
    points.clip(0, cap)
    desk.postCredit(
      points, of: base,
      Working(
        "min(points × per_point, cap)",
        ["points": counted, "per_point": perPoint, "cap": cap]))
  }

  /// A millionth of a step is the noise of binary fractions: 2 points are two full steps of 1.
  private func takeWholeSteps(of points: Row, by scratch: Row, _ size: Row) {
    guard partSteps != .proRata else { return }
    let sign: Double = partSteps == .floor ? 1 : -1
    size.fill(step)
    points.divide(by: size)
    points.multiply(by: sign)
    points.add(1e-6)
    points.roundDown(by: scratch)
    points.multiply(by: sign * step)
  }
}
