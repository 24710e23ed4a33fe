import Contracts
import Rows

extension Replacement {
  /// After the exit `base · multiple · F` a month, the base as it stood in the last month that was
  /// served; in the month of the exercise `procurement + dual running · base · multiple · F`.
  func settle(at desk: Desk) {
    let monthly = desk.amount
    fillBase(at: desk)
    let charge = monthly[0]
    monthly.multiply(by: multiple)
    desk.follow(monthly)
    desk.post(
      monthly,
      desk.indexed("base × multiple", ["base": charge, "multiple": multiple]))
    let price = monthly[0]
    monthly.multiply(by: dualRunning)
    monthly.add(procurement)
    desk.post(
      monthly, offset: 1,
      Working(
        "price × dual_running + procurement",
        ["price": price, "dual_running": dualRunning, "procurement": procurement]))
  }

  /// The base: what depends on the contract's charges is frozen at the exit, but for what it would
  /// have charged.
  private func fillBase(at desk: Desk) {
    base.fill(desk.amount, ring: desk.ring(base, offset: 1), at: desk)
    guard base.endsWithContract else { return }
    let frozen = desk.state[desk.seat.state]
    desk.amount.multiply(by: desk.live)
    frozen.multiply(by: desk.gone)
    frozen.add(desk.amount)
    desk.amount.copy(frozen)
  }
}
