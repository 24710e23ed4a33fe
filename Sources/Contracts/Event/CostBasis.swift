/// Which cost bids are compared by.
public enum CostBasis: String, Hashable, Sendable, CaseIterable, Codable {
  /// Net present cost before service credits, with the buyer's own loss from poor service.
  ///
  /// The default: with it, lower attainment never makes a bid cheaper.
  case beforeCredits = "before_credits"
  /// Net present cost after service credits.
  ///
  /// Where credits exceed the buyer's loss, the worse provider with the richer credits wins.
  case afterCredits = "after_credits"
}
