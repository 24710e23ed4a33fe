/// A tax on what is charged, as far as the buyer bears it, and withholding tax that it makes up for.
public struct Tax: Hashable, Sendable {
  /// Whether service credits lower what is taxed.
  public enum Credits: String, Hashable, Sendable, CaseIterable {
    /// They reduce the price.
    case reduce
    /// They are settled outside the tax, as damages are.
    case separate
  }

  /// The rate, 0.20 for 20 %.
  public var rate: Double

  /// The share of the tax that the buyer recovers, which costs it nothing.
  public var recoverable: Double

  /// The prices that are taxed; all of the month's charge where none are named.
  public var prices: [String]?

  /// Whether service credits lower what is taxed.
  public var credits: Credits

  /// The rate of the withholding tax that the buyer owes on top of the charge, because the provider
  /// is to receive it in full; 0 where there is none.
  public var withholding: Double

  /// Creates a tax.
  ///
  /// - Precondition: `rate ≥ 0`, `recoverable` lies in 0…1 and `withholding` in 0..<1.
  public init(
    rate: Double, recoverable: Double = 0, of prices: [String]? = nil, credits: Credits = .reduce,
    withholding: Double = 0
  ) {
    precondition(rate >= 0, "a tax cannot be negative")
    precondition((0...1).contains(recoverable), "at most all of a tax is recovered")
    precondition((0..<1).contains(withholding), "less than everything is withheld")
    self.rate = rate
    self.recoverable = recoverable
    self.prices = prices
    self.credits = credits
    self.withholding = withholding
  }
}
