public import Futures
import Glibc
public import Quantities

/// What the history of a service line's volume says: `log u = a + b·t + season + x` with an AR(1)
/// `x[t] = φ·x[t−1] + σ·ε[t]`.
public struct DemandFit: Hashable, Sendable {
  /// The service line.
  public var serviceLine: String

  /// The number of months used.
  public var months: Int

  /// The twelve factors of the months of the year, January first, with mean 1; all 1 where the
  /// history is too short.
  public var season: [Double]

  /// The deseasonalised volume at the end of the history: the median of the volume, as the AR(1)
  /// stands at 0.
  public var level: Double

  /// The standard error of the logarithm of ``level``.
  public var levelError: Double

  /// The trend b of the log volume, a year.
  public var trend: Double

  /// The standard error of ``trend``.
  public var trendError: Double

  /// The persistence φ from month to month.
  public var persistence: Parameter

  /// The spread σ of the monthly innovation.
  public var spread: Parameter

  /// The last month observed.
  public var lastMonth: CalendarMonth

  /// The state x by month.
  public var surprises: [CalendarMonth: Double]

  /// What a reader should know.
  public var warnings: [FitWarning]

  /// The state x in the last month.
  public var lastState: Double { surprises[lastMonth] ?? 0 }

  /// The stationary standard deviation of x, `σ/√(1 − φ²)`.
  public var stationarySpread: Double {
    spread.estimate / (1 - persistence.estimate * persistence.estimate).squareRoot()
  }

  /// The volume of each month from `firstMonth` on: the last level times the season.
  ///
  /// No trend is extrapolated, since past growth is not a forecast.
  ///
  /// - Parameters:
  ///   - horizon: The number of months.
  ///   - firstMonth: The calendar month of contract month 1.
  ///   - reading: Whether the mean or the median is wanted; the mean is larger by
  ///     `exp(½·σ²/(1 − φ²))`.
  /// - Returns: One volume a month.
  public func forecast(
    horizon: Int, firstMonth: CalendarMonth, reading: DemandDriver.Reading = .median
  ) -> [Double] {
    let factor =
      switch reading {
      case .median: 1.0
      case .mean: exp(stationarySpread * stationarySpread / 2)
      }
    return (0..<horizon).map { month in
      level * factor * season[(firstMonth + month).monthOfYear - 1]
    }
  }

  /// The driver that goes on from the last month observed, without growth.
  ///
  /// - Parameters:
  ///   - horizon: The number of months.
  ///   - firstMonth: The calendar month of contract month 1.
  ///   - reading: How the forecast is read. The median is exact: the state x starts at its last
  ///     value, and its variance grows from 0.
  /// - Returns: The driver.
  public func driver(
    horizon: Int, firstMonth: CalendarMonth, reading: DemandDriver.Reading = .median
  ) -> DemandDriver {
    DemandDriver(
      serviceLine: serviceLine,
      forecast: forecast(horizon: horizon, firstMonth: firstMonth, reading: reading),
      reading: reading, persistence: persistence, spread: spread,
      start: start(lastState, after: lastMonth, before: firstMonth)
    )
  }
}

/// The start of a driver whose state was `value` in `last`; month 0 is the month before `first`.
func start(_ value: Double, after last: CalendarMonth, before first: CalendarMonth) -> Start {
  .observed(value: value, months: max(0, first - last - 1))
}
