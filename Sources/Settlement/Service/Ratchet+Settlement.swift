import Contracts
import Rows

extension Ratchet: Settling {
  static var stage: Stage { .ratchets }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.level = try resolver.level(level)
    // The run of better months, and their attainments.
    resolver.addState(1 + months)
  }

  /// After `months` months in a row that are better than the target, from the next month on
  /// `target + share · (mean − target)`, the move at most `limit · (1 − target)`; the run begins
  /// anew.
  func settle(at desk: Desk) {
    let level = desk.levelSeat(desk.seat.level)
    guard let target = level.target.map({ desk.state[$0] }) else { return }
    let (run, attainment) = (desk.memory(0), slot(of: desk.month, at: desk))
    guard desk.readReport(of: level, into: attainment) else {
      attainment.fill(0)
      return run.fill(0)
    }
    let (better, move) = (desk.amount, desk.other)
    let isLower = desk.worse(ofLevel: desk.seat.level) == .above
    better.indicator(of: attainment, isLower ? .below : .above, target)
    run.add(1)
    run.multiply(by: better)
    move.fill(0)
    for month in 1...months { move.add(slot(of: month, at: desk)) }
    desk.work.fill(Double(months))
    move.divide(by: desk.work)
    move.subtract(target)
    move.multiply(by: share)
    if let limit {
      desk.work.copy(target)
      desk.work.complement()
      desk.work.multiply(by: limit)
      move.limit(atMost: desk.work)
    }
    // A sum may end beside the attainments that it comes from.
    move.add(target)
    desk.round(move, to: 9)
    better.indicator(of: run, .atLeast, Double(months))
    move.multiply(by: better)
    better.complement()
    target.multiply(by: better)
    target.add(move)
    run.multiply(by: better)
    desk.note("target", target)
  }

  private func slot(of month: Int, at desk: Desk) -> Row {
    desk.memory(1 + (month - 1) % months)
  }
}
