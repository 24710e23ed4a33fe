import Contracts
import Rows

extension CreditCap {
  /// What the month's credits exceed the cap by is taken back:
  /// `max(credits − share · max(charge, 0), 0)`.
  func settle(at desk: Desk) {
    let lost = desk.amount
    lost.fill(0)
    lost.subtract(desk.credits)
    desk.other.copy(lost)
    desk.work.copy(desk.charge)
    desk.work.limit(atLeast: 0)
    lost.add(desk.work, times: -share)
    lost.limit(atLeast: 0)
    desk.credits.add(lost)
    desk.post(
      lost,
      Working(
        "max(credits − share × max(charge, 0), 0)",
        ["credits": desk.other[0], "share": share, "charge": desk.charge[0]]))
  }
}
