import Contracts
import Quantities
import Rows

extension PromptDiscount: Settling {
  static var stage: Stage { .interest }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    resolver.addLine(nil, .interest)
  }

  /// `−(max(charge + credits, 0) · share)` in every month of the span.
  func settle(at desk: Desk) {
    guard span.contains(desk.month) else { return }
    let invoice = desk.amount
    desk.readInvoice(into: invoice)
    desk.post(Working("−(invoice × share)", ["invoice": invoice[0], "share": share])) {
      $0.add(invoice, times: -share)
    }
  }
}
