public import Futures
public import Quantities

/// What a provider's history says of one metric: on the link scale
/// `y = μ + δ·(t − T)/12 + Σ_s β_s·d_s + s·z` with T the last month observed and an AR(1) `z` of
/// unit variance.
public struct MetricFit: Hashable, Sendable {
  /// The metric.
  public var metric: String

  /// The scale on which the metric is modelled.
  public var link: Link

  /// The number of months used.
  public var months: Int

  /// The last month observed.
  public var lastMonth: CalendarMonth

  /// The level μ on the link scale: at the end of the history where a trend is kept, otherwise the
  /// mean.
  public var level: Parameter

  /// The stationary spread s.
  public var spread: Parameter

  /// The persistence ρ from month to month.
  public var persistence: Parameter

  /// The trend δ a year on the link scale, whether kept or not; 0 where the history is too short.
  public var trend: Double

  /// The standard error of ``trend``, with the persistence allowed for.
  public var trendError: Double

  /// Whether the trend is part of the driver: where it is beyond two standard errors.
  public var isTrendKept: Bool

  /// The links β to the demand surprise by service line.
  public var demandLinks: [String: Parameter]

  /// The state z by month.
  public var states: [CalendarMonth: Double]

  /// What a reader should know.
  public var warnings: [FitWarning]

  /// The state z in the last month.
  public var lastState: Double { states[lastMonth] ?? 0 }

  /// The level in the metric's natural unit.
  public var naturalLevel: Double { link.natural(level.estimate) }

  /// The natural level this many standard errors of ``level`` away from the estimate.
  public func naturalLevel(standardErrors: Double) -> Double {
    link.natural(level.estimate + standardErrors * level.error)
  }

  /// The innovations of z with unit variance, by month, where the month before was observed too.
  public var innovations: [CalendarMonth: Double] {
    let rho = persistence.estimate
    let scale = (1 - rho * rho).squareRoot()
    var innovations: [CalendarMonth: Double] = [:]
    for (month, state) in states {
      guard let before = states[month + -1] else { continue }
      innovations[month] = (state - rho * before) / scale
    }
    return innovations
  }

  /// The driver that goes on from the last month observed to contract month 1, `firstMonth`.
  public func driver(firstMonth: CalendarMonth) -> PerformanceDriver {
    PerformanceDriver(
      metric: metric, link: link, level: level, spread: spread, persistence: persistence,
      demandLinks: demandLinks, trend: isTrendKept ? trend : 0,
      start: start(lastState, after: lastMonth, before: firstMonth)
    )
  }
}
