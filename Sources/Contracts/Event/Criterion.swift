/// One measure by which bids are compared, with its weight and the scale that turns it into 0…100.
public struct Criterion: Hashable, Sendable {
  /// What is measured.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Mean net present cost on the event's cost basis.
    case cost
    /// P80 − P50 of the same cost.
    case risk
    /// Compliance coverage at go-live, the weighted mean over all requirements.
    case compliance
  }

  /// How a measure becomes a score.
  public enum Scale: Hashable, Sendable {
    /// `100 · lowest / own`, the lowest among the bids compared.
    case lowestOverOwn
    /// Linear from 100 at `best` to 0 at `worst`, kept within 0…100.
    case linear(best: Double, worst: Double)
    /// Linear from 100 at 0 to 0 at `worst` times the lowest mean cost, kept within 0…100.
    case shareOfLowestCost(worst: Double)
  }

  /// What is measured.
  public var measure: Measure

  /// The weight, a share of the sum of all weights.
  public var weight: Double

  /// How the measure becomes a score.
  public var scale: Scale

  /// Creates a criterion.
  ///
  /// - Precondition: the weight is not negative.
  public init(measure: Measure, weight: Double, scale: Scale) {
    precondition(weight >= 0, "a weight cannot be negative")
    self.measure = measure
    self.weight = weight
    self.scale = scale
  }

  /// What is used where an event states no criteria: cost 60, risk 15, compliance 25
  /// **[assumption]**.
  public static let standard = [
    Criterion(measure: .cost, weight: 60, scale: .lowestOverOwn),
    Criterion(measure: .risk, weight: 15, scale: .shareOfLowestCost(worst: 0.25)),
    Criterion(measure: .compliance, weight: 25, scale: .linear(best: 1, worst: 0)),
  ]
}
