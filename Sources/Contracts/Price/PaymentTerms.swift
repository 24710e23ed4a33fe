/// When the buyer pays what it owes: `lag` months after the amount falls due.
public struct PaymentTerms: Hashable, Sendable {
  /// The months between the due date and the payment, 1.5 for 45 days.
  public var lag: Double

  /// Creates payment terms of `lag` months.
  ///
  /// - Precondition: `lag` is not negative.
  public init(lag: Double) {
    precondition(lag >= 0, "a payment lag cannot be negative")
    self.lag = lag
  }
}
