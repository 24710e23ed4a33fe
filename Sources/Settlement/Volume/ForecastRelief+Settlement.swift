import Contracts
import Rows

extension ForecastRelief: Settling {
  static var stage: Stage { .relief }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.volume = try resolver.volume(serviceLine)
    seat.baseline = resolver.addBaseline(baseline, ofLine: seat.volume)
    seat.relieved = try resolver.relieve(levels)
  }

  /// The levels are relieved where `u > u0 + tolerance · u0`; a volume on the edge is to be served.
  func settle(at desk: Desk) {
    let forecast = desk.contract.baselines[desk.seat.baseline][desk.month - 1]
    let rule = desk.work
    rule.indicator(of: desk.volume, .above, forecast + tolerance * forecast)
    desk.note("relieved", rule)
    for level in desk.contract.relievedLevels[desk.seat.relieved] {
      desk.relief[level]?.limit(atLeast: rule)
    }
  }
}
