/// A cap on the service credits of a month.
public struct CreditCap: Hashable, Sendable {
  /// The most that is credited.
  public enum Limit: Hashable, Sendable {
    /// This share of the month's charge, 0.12 for 12 %.
    case share(Double)
    /// This amount, in the evaluation currency.
    case amount(Double)
  }

  /// The most that is credited.
  public var limit: Limit

  /// Creates a cap at `share` of the month's charge.
  ///
  /// - Precondition: the share is not negative.
  public init(share: Double) {
    precondition(share >= 0, "a cap cannot be negative")
    limit = .share(share)
  }

  /// Creates a cap at `amount` a month.
  ///
  /// - Precondition: the amount is not negative.
  public init(amount: Double) {
    precondition(amount >= 0, "a cap cannot be negative")
    limit = .amount(amount)
  }

  /// The share of the month's charge, or nothing where the cap is an amount.
  public var shareOfCharge: Double? {
    if case .share(let share) = limit { share } else { nil }
  }
}
