import Contracts
import Quantities

extension CreditTerms: Settling {
  static var stage: Stage { .terms }

  /// All of it is in the discount factors: a credit of month t is cash of the month `t'` whose
  /// invoice it lowers.
  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {
    let months = resolver.event.horizon
    let discount = resolver.contract.paymentTerms.discountFactors(
      horizon: months + 3, at: resolver.event.discounting)
    resolver.resolved.creditDiscount = (1...months).map { discount[invoice(of: $0) - 1] }
  }

  /// Nothing is left to do in a month: all of it is in the contract's discount factors.
  func settle(at desk: Desk) {}

  /// The month whose invoice settles the credits of `month`.
  private func invoice(of month: Int) -> Int {
    switch settled {
    case .sameInvoice: month
    case .nextInvoice: month + 1
    case .quarterly: (month + 2) / 3 * 3
    }
  }
}
