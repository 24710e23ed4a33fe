public import Quantities

/// Tiers: each band of a service line's monthly volume has a price of its own.
///
/// Where the unit of the service line is money, the prices are shares of revenue or of an outcome.
public struct TieredPrice: Hashable, Sendable {
  /// Which units a band prices.
  ///
  /// Contracts use both.
  public enum Units: String, Hashable, Sendable, CaseIterable {
    /// Those that fall in the band.
    case marginal
    /// All of the month, by the band in which the whole volume falls.
    case all
  }

  /// Where a volume exactly on a boundary belongs.
  public enum Boundary: String, Hashable, Sendable, CaseIterable {
    /// To the band below it.
    case below
    /// To the band above it.
    case above
  }

  /// A band of monthly volume and the price of the units in it.
  public struct Tier: Hashable, Sendable {
    /// The volume at which the band begins.
    public var from: Double

    /// The volume at which the band ends; infinite in the last band.
    public var to: Double

    /// The price of one unit, in the evaluation currency, before indexation; nothing where the
    /// contract does not state it.
    public var price: Double?

    /// Creates the band of volumes between `from` and `to`.
    ///
    /// - Precondition: `0 ≤ from < to`.
    public init(from: Double, to: Double = .infinity, price: Double?) {
      precondition(from >= 0 && from < to, "a tier begins at 0 or above and before its end")
      self.from = from
      self.to = to
      self.price = price
    }
  }

  /// The service line whose volume is charged.
  public var serviceLine: String

  /// The bands from the lowest to the highest, without gaps or overlaps.
  public var tiers: [Tier]

  /// Which units a band prices.
  public var units: Units

  /// Where a volume exactly on a boundary belongs; with marginal tiers both are the same charge.
  public var boundary: Boundary

  /// The months in which the tiers hold.
  public var span: MonthSpan

  /// The indexation that the prices follow, or nothing where they are never adjusted.
  public var indexation: String?

  /// Creates tiers over the volume of `serviceLine`.
  ///
  /// - Precondition: the first tier begins at 0, each next one where the one before ends, and
  ///   the last one never ends; only tiers that price all units may leave a price out.
  public init(
    serviceLine: String, tiers: [Tier], units: Units = .marginal, boundary: Boundary = .below,
    span: MonthSpan = MonthSpan(), indexation: String? = nil
  ) {
    precondition(Self.cover(tiers), "tiers cover every volume from 0 once")
    precondition(
      units == .all || tiers.allSatisfy { $0.price != nil }, "marginal tiers all have a price")
    self.serviceLine = serviceLine
    self.tiers = tiers
    self.units = units
    self.boundary = boundary
    self.span = span
    self.indexation = indexation
  }

  /// Whether `tiers` cover every volume from 0 upwards once.
  public static func cover(_ tiers: [Tier]) -> Bool {
    tiers.first?.from == 0 && tiers.last?.to == .infinity
      && zip(tiers, tiers.dropFirst()).allSatisfy { $0.to == $1.from }
  }
}
