import Contracts
import Futures
import Rows

extension ChronicFailure {
  /// The right arises once the window holds enough defaults, and stands open from then on
  /// **[assumption]**.
  ///
  /// Its exercise ends the contract after the notice; a contract ends once.
  func settle(at desk: Desk) {
    let arisen = desk.arisen[desk.seat.right]
    arisen.raise(
      to: desk.live, from: desk.defaults[desk.seat.level], window: window, atLeast: defaults)
    guard let rule = rule(at: desk) else { return }
    rule.multiply(by: arisen)
    desk.exercise(rule, lastMonth: desk.month + notice)
  }

  /// 1 in the futures in which the buyer would use an open right in this month, or nothing where
  /// it uses it in none.
  private func rule(at desk: Desk) -> Row? {
    let rule = desk.work
    switch exercise {
    case .never: return nil
    case .always: rule.fill(1)
    case .withProbability(let probability):
      rule.indicator(of: desk.path.uniform(desk.seat.uniform ?? 0), .below, probability)
    case .whenCheaper:
      guard exercise.isReviewed(in: desk.month),
        desk.contract.leavingPays.indices.contains(desk.month - 1),
        desk.contract.leavingPays[desk.month - 1]
      else { return nil }
      rule.fill(1)
    }
    return rule
  }
}

extension Desk {
  /// Ends the contract after `lastMonth` in the futures where `rule` is 1, unless it has been
  /// ended before.
  func exercise(_ rule: Row, lastMonth month: Int) {
    lastMonth.replaceFirst(Self.never, by: Double(month), where: rule, noting: exercised)
  }
}
