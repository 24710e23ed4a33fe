import Contracts
import Futures
import Quantities
import Rows

extension LevellingAdjustment: Settling {
  static var stage: Stage { .losses }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    switch estimate {
    case .amount(_, nil): break
    case .amount(_, _?):
      resolver.addState(1)
      seat.uniform = resolver.resolved.uniforms.count
      resolver.resolved.uniforms.append("levelling/\(resolver.contract.id)/\(resolver.clause)")
    case .rates(let rates):
      seat.factor = try resolver.factor(rates.indexation)
      seat.volume = try resolver.volume(rates.serviceLine)
    }
    resolver.addLine(nil, .own, ofService: true)
  }

  /// `amount ÷ n` in each of the n months of the span that lie in the horizon, or `u · rate · F`.
  ///
  /// An amount with a spread is drawn once per future, see ``draw(_:mode:within:at:)``.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    switch estimate {
    case .amount(let amount, let spread):
      let months = Double(min(span.last ?? desk.contract.horizon, desk.contract.horizon))
      settle(amount, spread, over: months - Double(span.first) + 1, at: desk)
    case .rates(let rates):
      guard desk.month <= rates.byMonth.count, let rate = rates.byMonth[desk.month - 1] else {
        return
      }
      let volume = desk.volume
      desk.post(desk.indexed("volume × rate", ["volume": volume[0], "rate": rate])) {
        $0.add(volume, times: rate, desk.factor)
      }
    }
  }

  private func settle(
    _ amount: Double, _ spread: Spread?, over months: Double, at desk: Desk
  ) {
    guard let spread else {
      desk.post(Working("amount ÷ months", ["amount": amount, "months": months])) {
        $0.add(amount / months)
      }
      return
    }
    let drawn = desk.memory(0)
    if desk.month == span.first { draw(drawn, mode: amount, within: spread, at: desk) }
    let (monthly, count) = (desk.work, desk.other)
    count.fill(months)
    monthly.copy(drawn)
    monthly.divide(by: count)
    desk.post(Working("amount ÷ months", ["amount": drawn[0], "months": months])) {
      $0.add(monthly)
    }
  }

  /// Draws from the triangular distribution from a to b with the mode c by its inverse, with U drawn
  /// once per future: `a + √(U·(b − a)·(c − a))` where `U < (c − a) ÷ (b − a)`, and from there on
  /// `b − √((1 − U)·(b − a)·(b − c))`.
  ///
  /// The mode itself stands where nothing is left to chance.
  private func draw(_ drawn: Row, mode: Double, within spread: Spread, at desk: Desk) {
    guard desk.path.isSampled else {
      drawn.fill(mode)
      return
    }
    let uniform = desk.path.uniform(desk.seat.uniform ?? 0)
    let (upper, side, breadth) = (desk.work, desk.other, spread.high - spread.low)
    side.indicator(of: uniform, .below, (mode - spread.low) / breadth)
    drawn.copy(uniform)
    drawn.multiply(by: breadth * (mode - spread.low))
    drawn.squareRoot()
    drawn.add(spread.low)
    drawn.multiply(by: side)
    upper.copy(uniform)
    upper.complement()
    upper.multiply(by: breadth * (spread.high - mode))
    upper.squareRoot()
    upper.multiply(by: -1)
    upper.add(spread.high)
    side.complement()
    upper.multiply(by: side)
    drawn.add(upper)
  }
}
