import Contracts
import Rows

extension DisputedInvoices: Settling {
  static var stage: Stage { .interest }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    resolver.addState(months + 1)
    resolver.addLine("withheld", .interest)
    resolver.addLine("paid", .interest)
    resolver.addLine("paid after the exit", .interest, .afterExit)
  }

  /// Withholds `d[t] = max(charge + credits, 0) · share`, and pays `d[t − months] · (1 − won)`.
  ///
  /// A dispute outlives the contract: after the exit those about months that were served are paid.
  /// What is open at the end of the horizon is settled in its last month.
  func settle(at desk: Desk) {
    let (invoice, month) = (desk.amount, desk.month)
    desk.readInvoice(into: invoice)
    desk.post(Working("−(invoice × share)", ["invoice": invoice[0], "share": share])) {
      $0.add(invoice, times: -share)
    }
    let (disputed, served) = (desk.work, desk.other)
    disputed.fill(0)
    served.fill(0)
    if month > months { add(month - months, to: disputed, served, at: desk) }
    let slot = slot(of: month, at: desk)
    slot.fill(0)
    slot.add(invoice, times: share)
    let isLast = month == desk.contract.horizon
    if isLast {
      for open in max(1, month - months + 1)...month { add(open, to: disputed, served, at: desk) }
    }
    guard isLast || month > months else { return }
    pay(disputed, line: 1, at: desk)
    pay(served, line: 2, at: desk)
  }

  /// Adds what was disputed in `month` to `disputed`, and to `served` where the contract was live.
  private func add(_ month: Int, to disputed: Row, _ served: Row, at desk: Desk) {
    let (slot, wasLive) = (slot(of: month, at: desk), desk.memory(months))
    disputed.add(slot)
    wasLive.indicator(of: desk.lastMonth, .atLeast, Double(month))
    wasLive.multiply(by: slot)
    served.add(wasLive)
  }

  private func pay(_ disputed: Row, line: Int, at desk: Desk) {
    desk.post(
      offset: line, Working("disputed × (1 − won)", ["disputed": disputed[0], "won": won])
    ) { $0.add(disputed, times: 1 - won) }
  }

  private func slot(of month: Int, at desk: Desk) -> Row { desk.memory((month - 1) % months) }
}
