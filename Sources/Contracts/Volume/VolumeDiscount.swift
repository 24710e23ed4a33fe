public import Quantities

/// A discount on what a period has charged, by how much that is.
public struct VolumeDiscount: Hashable, Sendable {
  /// Which part of the charge the share of a band is taken of.
  public enum Counting: String, Hashable, Sendable, CaseIterable {
    /// All of it: the share is that of the highest band reached.
    case flat
    /// The part that falls in the band.
    case marginal
  }

  /// To which band an amount on its edge belongs.
  public enum Edge: String, Hashable, Sendable, CaseIterable {
    /// An amount of a band's beginning is in it.
    case atLeast = "at_least"
    /// Only more than a band's beginning is in it.
    case moreThan = "more_than"
  }

  /// The share of the amounts from one bound to the next.
  public struct Band: Hashable, Sendable {
    /// The charge of a whole period from which the band counts.
    public var from: Double

    /// The discount, 0.03 for 3 %.
    public var share: Double

    /// Creates a band of `share` for charges from `from` on.
    public init(from: Double, share: Double) {
      self.from = from
      self.share = share
    }
  }

  /// The prices whose charge is discounted; all of the month's charge where none are named.
  public var prices: [String]?

  /// The bands from the lowest to the highest; below the first there is no discount.
  public var bands: [Band]

  /// Which part of the charge the share of a band is taken of.
  public var counting: Counting

  /// To which band an amount on its edge belongs, where the discount is flat.
  public var edge: Edge

  /// The periods that are settled.
  public var reckoning: Reckoning

  /// Creates a discount.
  ///
  /// - Precondition: the bands rise, and no number is negative.
  public init(
    of prices: [String]? = nil, bands: [Band], counting: Counting = .flat,
    edge: Edge = .atLeast, reckoning: Reckoning = Reckoning()
  ) {
    precondition(bands.allSatisfy { $0.from >= 0 && $0.share >= 0 }, "no band is negative")
    precondition(zip(bands, bands.dropFirst()).allSatisfy { $0.from < $1.from }, "bands rise")
    self.prices = prices
    self.bands = bands
    self.counting = counting
    self.edge = edge
    self.reckoning = reckoning
  }
}
