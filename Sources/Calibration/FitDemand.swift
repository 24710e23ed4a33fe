public import Futures
import Glibc
import Quantities

/// Fits the demand of a service line to its history: level, trend and season jointly by least
/// squares, then the AR(1) of what is left.
///
/// The season needs 24 months and each month of the year twice. The order of the observations does
/// not matter and months may be missing.
///
/// - Parameters:
///   - serviceLine: The service line.
///   - observations: The volume of each month.
/// - Returns: The fit.
/// - Throws: ``FitFailure`` where no fit is possible.
public func fitDemand(
  serviceLine: String, _ observations: [History.Observation]
) throws(FitFailure) -> DemandFit {
  let faulty = observations.filter { !($0.value > 0 && $0.value.isFinite) }
  guard faulty.isEmpty else { throw .notAboveZero(count: faulty.count) }
  let series = MonthlySeries(observations) { log($0.value) }
  guard series.count >= FitFailure.least else { throw .tooFewMonths(series.count) }
  let season = SeasonColumns(series)
  let columns = [series.values.map { _ in 1.0 }, series.yearsFromEnd] + season.columns
  let regression = Regression(of: series.values, on: columns)
  let law = Autoregression(regression, of: series.values, positions: series.positions)
  let (factors, size) = season.factors(regression)
  let levelWeights = season.levelWeights(regression)
  return DemandFit(
    serviceLine: serviceLine, months: series.count, season: factors,
    level: exp(regression.coefficient(0)) * size,
    levelError: law.error(of: levelWeights),
    trend: regression.coefficient(1),
    trendError: regression.weights[1].map(law.error(of:)) ?? 0,
    persistence: law.persistence, spread: law.innovation,
    lastMonth: series.months[series.count - 1],
    surprises: Dictionary(
      uniqueKeysWithValues: zip(series.months, law.isConstant ? series.zeros : regression.residuals)
    ),
    warnings: series.warnings + season.warnings + law.warnings
  )
}

/// The regressors of the season: eleven months of the year beside January.
private struct SeasonColumns {
  /// February to December, or nothing where the season is flat.
  var columns: [[Double]] = []
  var warnings: [FitWarning] = []

  init(_ series: MonthlySeries) {
    guard series.count >= 24 else {
      warnings = [.tooShortForSeason(months: series.count)]
      return
    }
    let monthsOfYear = series.months.map(\.monthOfYear)
    let seldom = (1...12).filter { month in monthsOfYear.filter { $0 == month }.count < 2 }
    guard seldom.isEmpty else {
      warnings = [.seasonIncomplete(monthsOfYear: seldom)]
      return
    }
    columns = (2...12).map { month in monthsOfYear.map { $0 == month ? 1 : 0 } }
  }

  /// The twelve factors with mean 1, and the mean that they had before.
  func factors(_ regression: Regression) -> (factors: [Double], size: Double) {
    guard !columns.isEmpty else { return (Array(repeating: 1, count: 12), 1) }
    let raw = [1] + columns.indices.map { exp(regression.coefficient($0 + 2)) }
    let mean = raw.reduce(0, +) / 12
    return (raw.map { $0 / mean }, mean)
  }

  /// The weight of each observation in the log level: that of January and the mean of the season.
  func levelWeights(_ regression: Regression) -> [Double] {
    var weights = regression.weights[0] ?? []
    for column in columns.indices {
      guard let share = regression.weights[column + 2] else { continue }
      for row in weights.indices { weights[row] += share[row] / 12 }
    }
    return weights
  }
}
