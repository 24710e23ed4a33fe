/// When the buyer pays what it owes: `lag` months after the amount falls due.
public struct PaymentTerms: Hashable, Sendable {
  /// Whether a month is invoiced after it or before.
  public enum Billing: String, Hashable, Sendable, CaseIterable {
    /// An amount falls due in the month that it is for.
    case arrears
    /// An amount falls due a month earlier.
    case advance
  }

  /// The months between the due date and the payment, 1.5 for 45 days.
  public var lag: Double

  /// Whether a month is invoiced after it or before.
  public var billing: Billing

  /// Creates payment terms of `lag` months.
  ///
  /// - Precondition: `lag` is not negative.
  public init(lag: Double, billing: Billing = .arrears) {
    precondition(lag >= 0, "a payment lag cannot be negative")
    self.lag = lag
    self.billing = billing
  }
}
