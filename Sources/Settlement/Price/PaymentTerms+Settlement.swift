import Contracts
import Quantities

extension PaymentTerms: Settling {
  static var stage: Stage { .terms }

  func takeSeat(_ seat: inout Seat, from resolver: inout Resolver) throws(ResolutionError) {}

  /// Nothing is left to do in a month: all of it is in the contract's discount factors.
  func settle(at desk: Desk) {}

  /// The present value of 1 due in each month of `horizon`, of which index 0 is month 1.
  ///
  /// `(1 + r)^(−(t − 1 + d + lag) / 12)`, with a lag that is a month shorter where months are invoiced
  /// in advance. The lag counts here and nowhere else.
  func discountFactors(horizon: Int, at discounting: Discounting) -> [Double] {
    let lag = billing == .advance ? lag - 1 : lag
    return (1...horizon).map { discounting.factor(month: $0, lag: lag) }
  }
}
