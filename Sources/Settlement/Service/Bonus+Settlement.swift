import Contracts
import Futures
import Quantities
import Rows

extension Bonus: Settling {
  static var stage: Stage { .earnBack }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.metric = try resolver.metric(metric)
    resolver.addState(2)
    resolver.addLine(nil, .bonus)
  }

  /// At a period's end, with the mean of its measured months:
  /// `bonus · (mean − neutral) ÷ (best − neutral)`, or
  /// `−deduction · (neutral − mean) ÷ (neutral − worst)`, neither beyond its full amount.
  func settle(at desk: Desk) {
    let (sum, months) = (desk.memory(0), desk.memory(1))
    let (mean, up) = (desk.other, desk.amount)
    if desk.read(desk.path.measurement(desk.seat.metric), of: desk.metric, into: mean) {
      sum.add(mean)
      months.add(1)
    }
    guard period.ends(with: desk.month) else { return }
    defer {
      sum.fill(0)
      months.fill(0)
    }
    guard months[0] > 0 else { return }
    mean.copy(sum)
    mean.divide(by: months)
    desk.note("mean", mean)
    setPart(up, of: mean, from: neutral, to: best, by: desk.work)
    var working = Working(
      "bonus × min(max((mean − neutral) ÷ (best − neutral), 0), 1)",
      ["bonus": bonus, "mean": mean[0], "neutral": neutral, "best": best])
    guard let worst else { return desk.post(working) { $0.add(up, times: bonus) } }
    let down = desk.other
    setPart(down, of: mean, from: neutral, to: worst, by: desk.work)
    working.formula += " − deduction × min(max((mean − neutral) ÷ (worst − neutral), 0), 1)"
    working.inputs += [
      .init(name: "deduction", value: deduction), .init(name: "worst", value: worst),
    ]
    desk.post(working) {
      $0.add(up, times: bonus)
      $0.add(down, times: -deduction)
    }
  }

  /// part = min(max((value − from) ÷ (to − from), 0), 1); `part` and `value` may be the same row.
  private func setPart(
    _ part: Row, of value: Row, from: Double, to: Double, by scratch: Row
  ) {
    part.copy(value)
    part.add(-from)
    scratch.fill(to - from)
    part.divide(by: scratch)
    part.clip(0, 1)
  }
}
