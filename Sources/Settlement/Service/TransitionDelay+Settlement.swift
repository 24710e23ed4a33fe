import Contracts
import Futures
import Rows

extension TransitionDelay: Settling {
  static var stage: Stage { .delay }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.uniform = resolver.resolved.uniforms.count
    resolver.resolved.uniforms.append("delay/\(resolver.contract.id)/\(resolver.clause)")
    seat.relieved = try resolver.relieve(nil)
    resolver.addState(1)
    resolver.addLine("today's operation", .own)
  }

  /// The service is not live in month t where `U ≤ P(delay > t − go-live)`: then nothing is charged
  /// for it, no level can default, and today's operation is paid.
  ///
  /// On the expected path `U` is 1, so that only a delay that is certain holds there.
  func settle(at desk: Desk) {
    let late = desk.month - goLive
    guard late >= 0, chance(ofMoreThan: late) > 0, !desk.contract.isInTime else { return }
    let (isLate, served) = (desk.work, desk.memory(0))
    isLate.indicator(
      of: desk.path.uniform(desk.seat.uniform ?? 0), .atMost, chance(ofMoreThan: late))
    for level in desk.contract.relievedLevels[desk.seat.relieved] {
      desk.relief[level]?.limit(atLeast: isLate)
    }
    let today = late < todaysCost.count ? todaysCost[late] : 0
    desk.post(Working("late × today", ["late": isLate[0], "today": today])) {
      $0.add(isLate, times: today)
    }
    served.copy(isLate)
    served.complement()
    desk.notes.served = served
  }
}
