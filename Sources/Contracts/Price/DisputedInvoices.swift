/// The part of the invoices that the buyer disputes, pays later and partly never.
public struct DisputedInvoices: Hashable, Sendable {
  /// The share of what is invoiced that is disputed and not paid when it falls due.
  public var share: Double

  /// How many months later a dispute is settled.
  public var months: Int

  /// The share of the disputed amounts that the buyer is expected to win: it never pays them.
  public var won: Double

  /// Creates disputes about `share` of each invoice.
  ///
  /// - Precondition: both shares lie in 0…1, and a dispute lasts for a month at least.
  public init(share: Double, months: Int, won: Double) {
    precondition((0...1).contains(share) && (0...1).contains(won), "a share lies in 0…1")
    precondition(months >= 1, "a dispute lasts for a month at least")
    self.share = share
    self.months = months
    self.won = won
  }
}
