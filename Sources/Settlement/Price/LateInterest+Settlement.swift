import Contracts
import Rows

extension LateInterest: Settling {
  static var stage: Stage { .interest }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    resolver.addLine(nil, .interest)
  }

  /// `max(charge + credits, 0) · (share late · (days late ÷ 30) · rate)`.
  func settle(at desk: Desk) {
    let invoice = desk.amount
    desk.readInvoice(into: invoice)
    desk.post(
      Working(
        "invoice × (share_late × (days_late ÷ 30) × rate)",
        ["invoice": invoice[0], "share_late": shareLate, "days_late": daysLate, "rate": rate])
    ) { $0.add(invoice, times: shareLate * (daysLate / 30) * rate) }
  }
}

extension Desk {
  /// Fills `row` with the month's charge after its credits, and with 0 where the provider owes.
  func readInvoice(into row: Row) {
    row.copy(charge)
    row.add(credits)
    row.limit(atLeast: 0)
  }
}
