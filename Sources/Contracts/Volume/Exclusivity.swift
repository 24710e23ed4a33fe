/// A bundle that the buyer has promised to take from this provider alone, of which it takes a part
/// elsewhere all the same, and the fee for that (partial termination).
public struct Exclusivity: Hashable, Sendable {
  /// The prices of the bundle; all of the month's charge where none are named.
  public var prices: [String]?

  /// The share of the bundle that the buyer takes elsewhere, 0.40 for 40 %.
  public var share: Double

  /// The first contract month in which it does; above 1.
  public var firstMonth: Int

  /// What the same costs elsewhere, as a multiple of what the provider would have charged.
  public var price: Double

  /// The fee, as a share of the value that the part taken elsewhere still had; 1 for all of it.
  public var fee: Double

  /// The months before ``firstMonth`` whose mean charge gives that value.
  public var months: Int

  /// Creates an exclusive bundle of which `share` is taken elsewhere from `firstMonth` on.
  ///
  /// - Precondition: the share lies in 0…1, `price` and `fee` are not negative, there is a month
  ///   before the first one, and the mean is one of at least a month.
  public init(
    of prices: [String]? = nil, share: Double, firstMonth: Int, price: Double = 1, fee: Double,
    months: Int = 12
  ) {
    precondition((0...1).contains(share), "a part lies between nothing and all")
    precondition(price >= 0 && fee >= 0, "neither a price nor a fee is negative")
    precondition(firstMonth > 1 && months > 0, "the fee is measured by earlier months")
    self.prices = prices
    self.share = share
    self.firstMonth = firstMonth
    self.price = price
    self.fee = fee
    self.months = months
  }
}
