/// When service credits are settled, and what they leave open.
public struct CreditTerms: Hashable, Sendable {
  /// With which invoice credits are settled.
  public enum Settled: String, Hashable, Sendable, CaseIterable {
    /// That of their own month.
    case sameInvoice = "same_invoice"
    /// That of the month after.
    case nextInvoice = "next_invoice"
    /// That of the last month of their contract quarter.
    case quarterly
  }

  /// With which invoice credits are settled.
  public var settled: Settled

  /// Whether credits are all that the buyer may claim for poor service; told, and no amount hangs
  /// on it.
  public var isSoleRemedy: Bool

  /// Creates the terms of credits.
  public init(settled: Settled = .sameInvoice, isSoleRemedy: Bool = true) {
    self.settled = settled
    self.isSoleRemedy = isSoleRemedy
  }
}
