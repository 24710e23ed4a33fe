import Contracts
import Quantities
import Rows

extension GainShare: Settling {
  static var stage: Stage { .shares }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.volume = try resolver.volume(serviceLine)
    seat.baseline = resolver.addBaseline(baseline, ofLine: seat.volume)
    resolver.addState(1)
    resolver.addLine(nil, .charge)
  }

  /// With the gain `g` of a period that ends, the baseline less the actual cost:
  /// `min(max(g, 0) · share, cap) − max(−g, 0) · pain share`.
  func settle(at desk: Desk) {
    guard desk.month >= reckoning.first else { return }
    let gain = desk.memory(0)
    let baseline = desk.contract.baselines[desk.seat.baseline][desk.month - 1]
    gain.add(measured == .cost ? baseline : -baseline)
    gain.add(desk.volume, times: measured == .cost ? -1 : 1)
    guard
      let part = reckoning.share(settledIn: desk.month, horizon: desk.contract.horizon)
    else { return }
    let share = share(in: desk.month)
    let cap = cap.map { $0 * part }
    let (amount, overrun) = (desk.amount, desk.other)
    amount.copy(gain)
    amount.limit(atLeast: 0)
    amount.multiply(by: share)
    if let cap { amount.clip(0, cap) }
    if painShare > 0 {
      overrun.fill(0)
      overrun.subtract(gain)
      overrun.limit(atLeast: 0)
      amount.add(overrun, times: -painShare)
    }
    desk.note("gain", gain)
    desk.post(working(gain: gain[0], share: share, cap: cap)) { $0.add(amount) }
    gain.fill(0)
  }

  /// The provider's share of the gain of a period that ends with `month`.
  private func share(in month: Int) -> Double {
    let passed = month - reckoning.first + 1
    return steps.first { passed <= $0.through ?? .max }?.share ?? 0
  }

  private func working(gain: Double, share: Double, cap: Double?) -> Working {
    let shared = "max(gain, 0) × share"
    var working = Working(
      cap == nil ? shared : "min(\(shared), cap)", ["gain": gain, "share": share])
    if let cap { working.inputs.append(.init(name: "cap", value: cap)) }
    if painShare > 0 {
      working.formula += " − max(−gain, 0) × pain_share"
      working.inputs.append(.init(name: "pain_share", value: painShare))
    }
    return working
  }
}
