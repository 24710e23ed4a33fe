import Contracts
import Quantities
import Rows

extension EarnBack: Settling {
  static var stage: Stage { .earnBack }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    switch condition {
    case .clean(_, _, let levels):
      seat.credited = try resolver.credited(
        (levels ?? resolver.criticalLevels).map { ($0, 0) })
      resolver.addState(4)
    case .above(let level, _):
      seat.credited = try resolver.credited([(level, 0)])
      resolver.addState(1)
    }
    resolver.addLine("earned back", .credit)
  }

  func settle(at desk: Desk) {
    switch condition {
    case .clean(let periods, let period, _): settleClean(periods, of: period, at: desk)
    case .above(_, let attainment): settleAbove(attainment, at: desk)
    }
  }

  /// At a period's end: a period with a default makes its credits outstanding and forfeits those
  /// before, and the `periods`-th clean one after it pays them back.
  private func settleClean(_ periods: Int, of period: Period, at desk: Desk) {
    let (credited, missed) = (desk.memory(0), desk.memory(1))
    let (outstanding, clean) = (desk.memory(2), desk.memory(3))
    let (earned, met) = (desk.amount, desk.other)
    credited.subtract(desk.credits)
    met.fill(1)
    for offset in desk.seat.credited.indices {
      let level = desk.creditedLevel(offset - desk.seat.credited.lowerBound)
      missed.raise(to: met, from: desk.defaults[level], window: 1, atLeast: 1)
    }
    guard period.ends(with: desk.month) else { return }
    met.subtract(missed)
    clean.add(1)
    clean.multiply(by: met)
    outstanding.multiply(by: met)
    credited.multiply(by: missed)
    outstanding.add(credited)
    earned.indicator(of: clean, .atLeast, Double(periods))
    earned.multiply(by: outstanding)
    earned.multiply(by: share)
    desk.post(
      Working(
        "where(clean ≥ periods, outstanding × share, 0)",
        [
          "clean": clean[0], "periods": Double(periods), "outstanding": outstanding[0],
          "share": share,
        ])
    ) { $0.add(earned) }
    met.indicator(of: clean, .below, Double(periods))
    outstanding.multiply(by: met)
    credited.fill(0)
    missed.fill(0)
  }

  /// `outstanding · share` where attainment is good enough; what is earned back stands out no more.
  private func settleAbove(_ attainment: Double, at desk: Desk) {
    let (earned, reached) = (desk.amount, desk.other)
    let (outstanding, level) = (desk.memory(0), desk.creditedLevel(0))
    outstanding.subtract(desk.credits)
    desk.readReport(ofLevel: level, into: reached)
    reached.indicator(
      of: reached, desk.worse(ofLevel: level) == .below ? .atLeast : .atMost, attainment)
    earned.copy(outstanding)
    earned.multiply(by: share)
    earned.multiply(by: reached)
    desk.post(
      Working(
        "outstanding × share × reached",
        ["outstanding": outstanding[0], "share": share, "reached": reached[0]])
    ) { $0.add(earned) }
    outstanding.subtract(earned)
  }
}
