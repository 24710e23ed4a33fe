/// How the buyer makes bids comparable.
public struct Levelling: Hashable, Sendable {
  /// What stands in for a price that a bid does not state and nobody has adjusted.
  public enum Plug: String, Hashable, Sendable, CaseIterable {
    /// The highest price that another bid asks.
    case nextHighest = "next_highest"
    /// Nothing.
    case none
  }

  /// What stands in for a missing price.
  public var plug: Plug

  /// How far what a bidder states may lie from what its prices come to, as a share of it.
  public var tolerance: Double

  /// Creates rules of levelling.
  public init(plug: Plug = .nextHighest, tolerance: Double = 0.000_1) {
    self.plug = plug
    self.tolerance = tolerance
  }
}
