/// What poor service costs the buyer itself, whatever the contract says: so much for each point
/// by which attainment falls short of the buyer's need.
///
/// A point is a hundredth for shares and one natural unit otherwise. The need is the buyer's
/// own, common to all bids, and not the bid's target.
public struct PoorServiceLoss: Hashable, Sendable {
  /// The metric that is judged.
  public var metric: String

  /// The attainment below which the buyer loses, in the metric's natural unit; above which, where
  /// lower attainment is better.
  public var need: Double

  /// The loss for one point, in the evaluation currency: for a month, or for each unit of volume
  /// where a service line is named.
  public var lossPerPoint: Double

  /// The service line whose volume suffers, or nothing where the loss does not depend on volume.
  public var serviceLine: String?

  /// Creates the loss for each point by which `metric` falls short of `need`.
  ///
  /// - Precondition: the loss is not negative.
  public init(metric: String, need: Double, lossPerPoint: Double, serviceLine: String? = nil) {
    precondition(lossPerPoint >= 0, "a loss cannot be negative")
    self.metric = metric
    self.need = need
    self.lossPerPoint = lossPerPoint
    self.serviceLine = serviceLine
  }
}
