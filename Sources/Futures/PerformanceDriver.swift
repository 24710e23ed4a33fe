public import Quantities

/// How one metric of one provider may run.
///
/// On the link scale `y[t] = μ + λ·ramp(t) + δ·drift(t) + Σ_s β_s·d[s,t] + s·z[t]`, with the demand
/// surprise `d[s,t] = log(u[s,t] / forecast[s,t])` and `z` an AR(1) of unit stationary variance.
public struct PerformanceDriver: Hashable, Sendable {
  /// Of how many cases a share is measured, each of them met or missed by itself.
  public enum Sample: Hashable, Sendable {
    /// As many cases every month.
    case cases(Double)
    /// A share of the month's volume of a service line.
    case share(Double, of: String)
  }

  /// The metric.
  public var metric: String

  /// The scale on which the metric is modelled.
  public var link: Link

  /// The level μ.
  public var level: Parameter

  /// The stationary spread s.
  public var spread: Parameter

  /// The persistence ρ from month to month.
  public var persistence: Parameter

  /// The links β to the demand surprise, by service line.
  public var demandLinks: [String: Parameter]

  /// The learning curve λ: by how much attainment differs at go-live.
  public var learning: Double

  /// The months R after go-live in which the learning curve fades: `ramp(t) = max(0, 1 − (t −
  /// golive)/R)`.
  public var learningMonths: Int

  /// The trend δ a year, damped with a half-life of 24 months **[assumption]**.
  public var trend: Double

  /// The share c of the innovation's variance that providers have in common:
  /// `η = L·(√c·f + √(1−c)·ξ)`, one `f` for each metric, `L` the factor of the provider's own
  /// correlation.
  public var commonShare: Double

  /// The cases of which a share is measured, or nothing where the measurement is exact.
  ///
  /// Sampling then adds noise of the variance `1 / (n·a·(1 − a))` on the logit scale (binomial, by
  /// the delta method) to what service levels are judged by; what poor service costs the buyer
  /// follows the true attainment.
  public var sample: Sample?

  /// What is known of `z` before month 1.
  public var start: Start

  /// Creates the driver of `metric`.
  ///
  /// - Precondition: `0 ≤ commonShare ≤ 1`; only shares are measured of a sample.
  public init(
    metric: String, link: Link, level: Parameter, spread: Parameter,
    persistence: Parameter = Parameter(0, scale: .atanh), demandLinks: [String: Parameter] = [:],
    learning: Double = 0, learningMonths: Int = 6, trend: Double = 0, commonShare: Double = 0,
    sample: Sample? = nil, start: Start = .stationary
  ) {
    precondition((0...1).contains(commonShare), "a share of variance lies within 0…1")
    precondition(sample == nil || link == .logit, "only a share is measured of a sample")
    self.metric = metric
    self.link = link
    self.level = level
    self.spread = spread
    self.persistence = persistence
    self.demandLinks = demandLinks
    self.learning = learning
    self.learningMonths = learningMonths
    self.trend = trend
    self.commonShare = commonShare
    self.sample = sample
    self.start = start
  }
}
