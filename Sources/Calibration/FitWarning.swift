/// Something a reader of a fit should know; the words for it are made elsewhere.
public enum FitWarning: Hashable, Sendable {
  /// Fewer than 24 months were observed.
  case shortHistory(months: Int)
  /// Fewer than 24 months give no season: it is taken as flat.
  case tooShortForSeason(months: Int)
  /// These months of the year (1…12) were seen less than twice: the season is taken as flat.
  case seasonIncomplete(monthsOfYear: [Int])
  /// The series does not vary about its level, trend and season: its spread is 0.
  case constantSeries
  /// The persistence came out beyond the bound and was set to it.
  case persistenceCapped(at: Double)
  /// There are too few pairs of consecutive months for a persistence: it is taken as 0.
  case persistenceUnknown(pairs: Int)
  /// Shares of 0 or 1, or nearly so, were moved inside the range that their sample can show.
  case clipped(count: Int)
  /// Values outside the metric's range, or behind which there was no case, were left out.
  case leftOut(count: Int)
  /// Months between the first and the last have no value.
  case gap(months: Int)
  /// Months had several values, whose mean was taken.
  case repeated(months: Int)
  /// The history reaches this many months beyond the last month before the contract.
  case historyAfterStart(months: Int)
  /// Too few months are common with the demand of a service line: no link to it.
  case tooShortForDemandLink(serviceLine: String, months: Int)
  /// The demand of a service line cannot be told from the other regressors: no link to it.
  case demandLinkUndetermined(serviceLine: String)
  /// A metric has too few months for a fit and is missing from it.
  case tooShortForMetric(metric: String, months: Int)
  /// Two metrics have too few common months: their innovations are taken as uncorrelated.
  case correlationUnknown(metric: String, other: String, months: Int)
}

/// Why a series can have no fit at all.
public enum FitFailure: Error, Hashable, Sendable {
  /// Fewer than ``least`` months were observed.
  case tooFewMonths(Int)
  /// A volume is 0, negative or not finite.
  case notAboveZero(count: Int)

  /// The least number of months in a fit.
  public static let least = 6
}
