import Contracts
import Rows

extension DisputedInvoices: Settling {
  static var stage: Stage { .interest }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    resolver.addState(months)
    resolver.addLine("withheld", .interest, .always)
    resolver.addLine("paid", .interest, .always)
  }

  /// Withholds `d[t] = max(charge + credits, 0) · share`, and pays `d[t − months] · (1 − won)`.
  ///
  /// A dispute outlives the contract. Those that are open at the end of the horizon are settled in
  /// its last month.
  func settle(at desk: Desk) {
    let (withheld, settled) = (desk.amount, desk.other)
    let slot = desk.memory((desk.month - 1) % months)
    settled.copy(slot)
    withheld.fill(0)
    desk.readInvoice(into: desk.work)
    withheld.add(desk.work, times: share)
    withheld.multiply(by: desk.live)
    desk.post(
      Working(
        "−(invoice × share × live)",
        ["invoice": desk.work[0], "share": share, "live": desk.live[0]])
    ) { $0.add(withheld, times: -1) }
    slot.copy(withheld)
    if desk.month == desk.contract.horizon {
      for position in 0..<months { settled.add(desk.memory(position)) }
    }
    guard desk.month > months || desk.month == desk.contract.horizon else { return }
    desk.post(
      offset: 1, Working("disputed × (1 − won)", ["disputed": settled[0], "won": won])
    ) { $0.add(settled, times: 1 - won) }
  }
}
