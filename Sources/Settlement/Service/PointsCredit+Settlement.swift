import Contracts
import Rows

extension PointsCredit: Settling {
  static var stage: Stage { .credits }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.credited = try resolver.credited(kpis.map { ($0.level, 0) })
    seat.scope = try resolver.scope(of: base.prices)
    resolver.addState(base.amount == .nextMonth ? 2 : 1)
    resolver.addLine(nil, .credit)
  }

  /// The points of every level that defaults, doubled, say, where it has defaulted before; their
  /// sum is a share of the base.
  func settle(at desk: Desk) {
    let (attainment, points) = (desk.amount, desk.other)
    let sum = desk.memory(base.amount == .nextMonth ? 1 : 0)
    sum.fill(0)
    for (offset, kpi) in kpis.enumerated() {
      let level = desk.creditedLevel(offset)
      desk.readReport(ofLevel: level, into: attainment)
      kpi.table.read(attainment, worse: desk.worse(ofLevel: level), into: points, by: desk.work)
      attainment.fill(0)
      attainment.add(
        points, times: 1, from: desk.defaults[level], length: repeats?.run ?? 1,
        run: repeats?.multiplier ?? 1)
      desk.note("points of \(kpi.level)", attainment)
      sum.add(attainment)
    }
    let share = desk.other
    switch rate {
    case .perPoint(let perPoint):
      share.copy(sum)
      share.multiply(by: perPoint)
      desk.postShare(
        share, of: base, Working("points × per_point", ["points": sum[0], "per_point": perPoint]))
    case .table(let table):
      table.read(sum, worse: .above, into: share, by: desk.work)
      desk.note("points", sum)
      desk.postShare(share, of: base, Working("share", ["share": share[0]]))
    }
  }
}
