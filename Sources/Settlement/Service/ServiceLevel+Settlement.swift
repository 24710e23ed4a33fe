import Contracts
import Futures
import Quantities
import Rows

extension ServiceLevel: Settling {
  static var stage: Stage { .levels }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.metric = try resolver.metric(metric)
    seat.level = resolver.levels[resolver.clause] ?? 0
    let metric = resolver.resolved.metrics[seat.metric]
    seat.bound = metric.link.scaled(bound(for: metric))
    seat.missing = missing(by: metric)
    try takePattern(&seat, from: &resolver)
    resolver.resolved.levelSeats.append(seat)
    let rule = DefaultRule(
      metric: seat.metric, bound: seat.bound,
      missesBelow: seat.missing == .below || seat.missing == .atMost, firstMonth: firstMonth)
    resolver.resolved.defaultRules.append(
      isPlain && seat.target == nil && excluded.isEmpty
        && !resolver.resolved.relievedLevels.contains(seat.level) ? rule : nil)
  }

  /// A default is a month that counts and whose attainment does not meet the target.
  ///
  /// Given attainment is compared with the target in its natural unit as it is reported. Sampled
  /// attainment is compared on the link scale, with the bound beyond which its report would miss
  /// the target. A missing attainment is no default, nor is a month of relief.
  func settle(at desk: Desk) {
    let defaults = desk.defaults[desk.seat.level]
    if !isPlain || desk.seat.target != nil {
      settlePattern(at: desk)
    } else if !counts(in: desk.month) {
      desk.pushNone(to: defaults)
    } else {
      switch desk.path.measurement(desk.seat.metric) {
      case .scaled(let row):
        defaults.push(row, desk.seat.missing, Float(desk.seat.bound))
      case .given(let row): defaults.push(desk.reported(row), missing, target)
      case .met: desk.pushNone(to: defaults)
      }
    }
    if let relieved = desk.relief[desk.seat.level] { defaults.clearMonth(where: relieved) }
  }

  /// The attainment, in the natural unit of `metric`, from which on its report meets the target.
  ///
  /// Without decimals it is the target. With them it lies half a step beside the last report that
  /// meets it, for reports are rounded half up.
  func bound(for metric: Metric) -> Double {
    guard let step = metric.reportStep else { return target }
    let steps = target / step
    // Targets are whole numbers of steps but for the rounding of binary fractions.
    let (floor, ceiling) = ((steps + 1e-6).rounded(.down), (steps - 1e-6).rounded(.up))
    let bound =
      switch comparison {
      case .atLeast: ceiling - 0.5
      case .moreThan: floor + 0.5
      case .atMost: floor + 0.5
      case .lessThan: ceiling - 0.5
      }
    let natural = bound * step
    return metric.link == .logit ? min(max(natural, 0), 1) : natural
  }

  /// The comparison with ``bound(for:)`` that is true of a default.
  func missing(by metric: Metric) -> Rows.Comparison {
    guard metric.reportStep != nil else { return missing }
    switch comparison {
    case .atLeast, .moreThan: return .below
    case .atMost, .lessThan: return .atLeast
    }
  }

  /// The comparison with the target that is true of a default.
  var missing: Rows.Comparison {
    switch comparison {
    case .atLeast: .below
    case .moreThan: .atMost
    case .atMost: .above
    case .lessThan: .atLeast
    }
  }
}
