/// One measure by which bids are compared, with its weight and the scale that turns it into 0…100.
public struct Criterion: Hashable, Sendable {
  /// What is measured.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Net present cost on the event's cost basis, the ``Criterion/statistic`` of it.
    case cost
    /// P80 − P50 of the same cost.
    case risk
    /// Compliance coverage at go-live, the weighted mean over all requirements.
    case compliance
    /// The share of months from go-live on, over all ``Criterion/needs``, in which the provider
    /// reaches what the buyer needs; the mean over futures.
    case service
    /// What evaluators say, on a scale that the buyer states.
    case scored

    /// Those that are computed, each of which an event may have once.
    public static var computed: [Measure] { allCases.filter { $0 != .scored } }
  }

  /// Which figure of the cost is compared.
  public enum Statistic: String, Hashable, Sendable, CaseIterable {
    /// The mean.
    case mean
    /// The 80th percentile.
    case p80
    /// The 90th percentile.
    case p90
    /// The mean of the worst twentieth.
    case cvar95
  }

  /// How a measure becomes a score.
  public enum Scale: Hashable, Sendable {
    /// `100 · lowest / own`, the lowest among the bids compared.
    case lowestOverOwn
    /// Linear from 100 at `best` to 0 at `worst`, kept within 0…100.
    case linear(best: Double, worst: Double)
    /// Linear from 100 at 0 to 0 at `worst` times the lowest mean cost, kept within 0…100.
    case shareOfLowestCost(worst: Double)
    /// Linear from 100 at `best` to 0 at a cost of `ceiling`, kept within 0…100.
    case linearToCeiling(Double, best: FullMarks)
  }

  /// The cost that scores 100 on a scale that ends at a ceiling.
  public enum FullMarks: String, Hashable, Sendable, CaseIterable {
    /// The lowest among the bids compared.
    case lowest
    /// A cost of 0.
    case zero
  }

  /// A level of a metric that the buyer needs, whatever is promised.
  public struct Need: Hashable, Sendable {
    /// The metric.
    public var metric: String

    /// The level, in the metric's natural unit.
    public var level: Double

    /// Creates the need for `level` of `metric`.
    public init(metric: String, level: Double) {
      self.metric = metric
      self.level = level
    }
  }

  /// The identifier: the measure, or the name of a criterion that evaluators score.
  public var id: String

  /// What a criterion that evaluators score is about: text for people, or nothing.
  public var text: String?

  /// What is measured.
  public var measure: Measure

  /// The weight, a share of the sum of all weights.
  public var weight: Double

  /// How the measure becomes a score.
  public var scale: Scale

  /// Which figure of the cost is compared; means nothing to other measures.
  public var statistic: Statistic

  /// The score, 0…100, below which a bid cannot be awarded; nothing where there is none.
  public var minimum: Double?

  /// What the buyer needs; only of ``Measure/service``.
  public var needs: [Need]

  /// Creates a criterion.
  ///
  /// - Precondition: the weight is not negative.
  public init(
    measure: Measure, weight: Double, scale: Scale, id: String? = nil, text: String? = nil,
    statistic: Statistic = .mean, minimum: Double? = nil, needs: [Need] = []
  ) {
    precondition(weight >= 0, "a weight cannot be negative")
    self.id = id ?? measure.rawValue
    self.text = text
    self.measure = measure
    self.weight = weight
    self.scale = scale
    self.statistic = statistic
    self.minimum = minimum
    self.needs = needs
  }

  /// What is used where an event states no criteria: cost 60, risk 15, compliance 25
  /// **[assumption]**.
  public static let standard = [
    Criterion(measure: .cost, weight: 60, scale: .lowestOverOwn),
    Criterion(measure: .risk, weight: 15, scale: .shareOfLowestCost(worst: 0.25)),
    Criterion(measure: .compliance, weight: 25, scale: .linear(best: 1, worst: 0)),
  ]
}
