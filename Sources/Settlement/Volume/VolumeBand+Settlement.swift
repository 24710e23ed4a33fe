import Contracts
import Quantities
import Rows

extension VolumeBand: Settling {
  static var stage: Stage { .bands }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    try resolver.seatPrice(&seat, indexation, serviceLine)
    seat.baseline = resolver.addBaseline(baseline, ofLine: seat.volume)
    if !isPlain { resolver.addState(Memory.volumes + (rebaseline?.after ?? 0)) }
  }

  /// Charges what lies above the deadband around the baseline `u0` and credits what lies below.
  ///
  /// With `upper` and `lower` its edges:
  /// * excess: `arc · max(u − upper, 0) − rrc · max(lower − u, 0)`;
  /// * deviation: `arc · (u − u0)` where `u > upper`, `−rrc · (u0 − u)` where `u < lower`;
  ///
  /// times `F`, in every month of the span. An edge is `u0 ± deadband · u0`: the more usual
  /// `(1 ± deadband) · u0` puts the edge of 15 % around 100 below 115, which would then be outside.
  func settle(at desk: Desk) {
    guard isPlain else { return settleSums(at: desk) }
    guard span.contains(desk.month) else { return }
    let baseline = desk.contract.baselines[desk.seat.baseline][desk.month - 1]
    let upper = baseline + deadband * baseline
    let lower = baseline - deadband * baseline
    let (volume, factor, rrc) = (desk.volume, desk.factor, rrc * rrcFactor)
    desk.post(
      desk.indexed(
        formula,
        [
          "arc": arc, "rrc": rrc, "volume": volume[0], "baseline": baseline, "upper": upper,
          "lower": lower,
        ])
    ) { amount in
      switch reading {
      case .excess:
        amount.addOutside(
          of: volume, over: upper, rate: arc, under: lower, rate: -rrc, times: factor)
      case .deviation:
        amount.addBeyond(of: volume, baseline: baseline, above: upper, rate: arc, times: factor)
        amount.addBelow(of: volume, baseline: baseline, below: lower, rate: -rrc, times: factor)
      }
    }
  }

  /// Whether each month is compared by itself, with one pair of rates and a baseline that all futures
  /// share.
  private var isPlain: Bool { outer.isEmpty && settled == .month && rebaseline == nil }

  var formula: String {
    switch reading {
    case .excess: "arc × max(volume − upper, 0) − rrc × max(lower − volume, 0)"
    case .deviation:
      "where(volume > upper, arc × (volume − baseline), 0)"
        + " − where(volume < lower, rrc × (baseline − volume), 0)"
    }
  }
}
