import Contracts
import Rows

extension Exclusivity: Settling {
  static var stage: Stage { .exclusivity }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    seat.scope = try resolver.scope(of: prices)
    resolver.addState(1)
    resolver.addLine("taken elsewhere", .charge)
    resolver.addLine("bought elsewhere", .own, ofService: true)
    resolver.addLine("fee", .terminationFee)
  }

  /// Moves `share · charged` from the charge to the buyer's own cost, from the first month on, with
  /// the fee in that month.
  func settle(at desk: Desk) {
    let charged = desk.amount
    // The charge itself is posted to.
    charged.copy(desk.charge(in: desk.seat.scope))
    guard desk.month >= firstMonth else {
      if desk.month >= firstMonth - months { desk.memory(0).add(charged) }
      return
    }
    if desk.month == firstMonth { chargeFee(at: desk) }
    let before = charged[0]
    desk.post(Working("−share × charged", ["share": share, "charged": before])) {
      $0.add(charged, times: -share)
    }
    desk.post(
      offset: 1,
      Working("share × price × charged", ["share": share, "price": price, "charged": before])
    ) { $0.add(charged, times: share * price) }
  }

  /// `fee · share · max(mean, 0) · months left`, the mean of the months before and the first month
  /// among those left.
  private func chargeFee(at desk: Desk) {
    let mean = desk.work
    mean.copy(desk.memory(0))
    mean.multiply(by: 1 / Double(min(months, firstMonth - 1)))
    mean.limit(atLeast: 0)
    let left = Double(desk.contract.horizon - firstMonth + 1)
    desk.post(
      offset: 2,
      Working(
        "fee × share × months_left × mean",
        ["fee": fee, "share": share, "months_left": left, "mean": mean[0]])
    ) { $0.add(mean, times: fee * share * left) }
  }
}
