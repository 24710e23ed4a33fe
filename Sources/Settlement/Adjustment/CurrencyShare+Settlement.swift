import Contracts
import Futures
import Quantities
import Rows

extension CurrencyShare: Settling {
  static var stage: Stage { .currency }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.indices = try resolver.follow([index])
    seat.scope = try resolver.scope(of: prices)
    try resolver.seatPrice(&seat, nil)
  }

  /// `move · billings · share` in every month of the span, with `move = baseline / rate − 1`, less
  /// the dead zone and within the bound.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let index = desk.contract.followed[desk.seat.indices.lowerBound]
    let rate = desk.world.index(index, in: desk.month)
    let billings = desk.charge(in: desk.seat.scope)
    let amount = desk.amount
    amount.fill(baseline)
    amount.divide(by: rate)
    amount.add(-1)
    leaveDeadZone(amount, at: desk)
    if let bound { amount.clip(-bound, bound) }
    desk.note("move that counts", amount)
    amount.multiply(by: billings)
    amount.multiply(by: share)
    // The billings themselves may be what the amount is posted to.
    let billed = billings[0]
    desk.post(working(rate[0], billed)) { $0.add(amount) }
  }

  private func working(_ rate: Double, _ billed: Double) -> Working {
    var working = Working(formula, ["baseline": baseline, "rate": rate])
    if deadZone > 0 { working.bind("dead_zone", to: deadZone) }
    if let bound { working.bind("bound", to: bound) }
    working.bind("billings", to: billed)
    working.bind("share", to: share)
    return working
  }

  /// Takes the dead zone from a move, or the whole move within it.
  private func leaveDeadZone(_ move: Row, at desk: Desk) {
    guard deadZone > 0 else { return }
    let (within, beyond) = (desk.work, desk.other)
    switch reading {
    case .excess:
      within.copy(move)
      within.clip(-deadZone, deadZone)
      move.subtract(within)
    case .whole:
      beyond.indicator(of: move, .above, deadZone)
      within.indicator(of: move, .below, -deadZone)
      beyond.add(within)
      move.multiply(by: beyond)
    }
  }

  private var formula: String {
    let move = "(baseline ÷ rate − 1)"
    var counted = move
    if deadZone > 0 {
      counted =
        switch reading {
        case .excess: "(\(move) − min(max(\(move), −dead_zone), dead_zone))"
        case .whole:
          "where(\(move) > dead_zone, \(move), where(\(move) < −dead_zone, \(move), 0))"
        }
    }
    if bound != nil { counted = "min(max(\(counted), −bound), bound)" }
    return "\(counted) × billings × share"
  }
}
