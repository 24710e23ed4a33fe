import Contracts
import Futures
import Rows

extension ChronicFailure: Settling {
  static var stage: Stage { .rights }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.level = try resolver.level(level)
    resolver.resolved.givesRight[seat.level] = true
    // The others fill the window but for a month each.
    let reach = defaults > 1 ? window - defaults + 1 : 0
    resolver.resolved.rightReaches[seat.level] = max(
      resolver.resolved.rightReaches[seat.level], reach)
    seat.right = resolver.resolved.rights.count
    resolver.resolved.rights.append(resolver.clause)
    if case .withProbability = exercise {
      seat.uniform = resolver.resolved.uniforms.count
      resolver.resolved.uniforms.append("right/\(resolver.contract.id)/\(resolver.clause)")
    }
  }

  /// The right arises once the window holds enough defaults, and stands open from then on
  /// **[assumption]**.
  ///
  /// Its exercise ends the contract after the notice; a contract ends once.
  func settle(at desk: Desk) {
    let arisen = desk.arisen[desk.seat.right]
    arisen.raise(
      to: desk.live, from: desk.defaults[desk.seat.level], window: window, atLeast: defaults)
    switch exercise {
    case .never: break
    case .always: end(where: arisen, at: desk)
    case .withProbability(let probability):
      let rule = desk.work
      rule.indicator(of: desk.path.uniform(desk.seat.uniform ?? 0), .below, probability)
      rule.multiply(by: arisen)
      end(where: rule, at: desk)
    case .whenCheaper: if leavingPays(at: desk) { end(where: arisen, at: desk) }
    }
  }

  private func leavingPays(at desk: Desk) -> Bool {
    exercise.isReviewed(in: desk.month)
      && desk.leavingPays.indices.contains(desk.month - 1)
      && desk.leavingPays[desk.month - 1]
  }

  /// The buyer uses the right in the futures where `rule` is 1.
  private func end(where rule: Row, at desk: Desk) {
    desk.exercise(rule, lastMonth: desk.month + notice)
  }
}
