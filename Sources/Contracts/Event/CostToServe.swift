/// What serving costs a provider, as the buyer supposes: by which it decides how hard to try.
public struct CostToServe: Hashable, Sendable {
  /// What serving costs at no effort beyond the record, as a share of all charges.
  public var share: Double

  /// What the first spread of effort costs, as a share of all charges; e spreads cost `e²` times as
  /// much.
  public var improvement: Double

  /// The most effort, in spreads: by how many of its own monthly spreads each metric can be raised.
  public var most: Double

  /// The expected margin below which the provider does not sign, as a share of all charges.
  public var walkAway: Double

  /// Where the figures come from, in the buyer's words; without it results are illustrative.
  public var source: String?

  /// Creates what serving costs; the defaults are **[assumption]**.
  ///
  /// - Precondition: `0 ≤ share`, `0 ≤ improvement`, `0 < most`; an improvement may cost infinitely
  ///   much.
  public init(
    share: Double = 0.88, improvement: Double = 0.02, most: Double = 2, walkAway: Double = 0.03,
    source: String? = nil
  ) {
    precondition(share >= 0 && improvement >= 0 && most > 0, "costs are 0 or more, effort above 0")
    self.share = share
    self.improvement = improvement
    self.most = most
    self.walkAway = walkAway
    self.source = source
  }

  /// What `effort` spreads cost, as a share of all charges: 0 of no effort, whatever it costs.
  public func cost(ofEffort effort: Double) -> Double {
    effort == 0 ? 0 : improvement * effort * effort
  }
}
