import Calibration

extension FitWarning {
  /// The warning in a sentence.
  var sentence: String { seriesWords ?? fitWords }

  private var seriesWords: String? {
    switch self {
    case .shortHistory(let months): "Short history: \(months.of("month")), fewer than 24."
    case .tooShortForSeason(let months):
      "\(months.of("month")) give no season: it is taken as flat."
    case .seasonIncomplete(let monthsOfYear):
      """
      Seen less than twice: \(monthsOfYear.map { Self.names[$0 - 1] }.listed). The season is \
      taken as flat.
      """
    case .clipped(let count): "\(count.of("share")) of 0 or 1 were moved inside the range."
    case .leftOut(let count): "\(count.of("value")) out of range were left out."
    case .gap(let months): "\(months.of("month")) between the first and the last have no value."
    case .repeated(let months): "\(months.of("month")) had several values: their mean was taken."
    case .historyAfterStart(let months):
      "The history reaches \(months.of("month")) into the contract."
    default: nil
    }
  }

  private var fitWords: String {
    switch self {
    case .constantSeries: "The series does not vary: its spread is 0."
    case .persistenceCapped(let bound):
      "The persistence came out beyond \(bound.coefficient) and was set to it."
    case .persistenceUnknown(let pairs):
      "\(pairs.of("pair")) of consecutive months give no persistence: it is taken as 0."
    case .tooShortForDemandLink(let line, let months):
      "\(months.of("month")) in common with the demand of \(line): no link to it."
    case .demandLinkUndetermined(let line):
      "The demand of \(line) cannot be told from trend and level: no link to it."
    case .tooShortForMetric(let metric, let months):
      "\(metric): \(months.of("month")) are too few for a fit."
    case .correlationUnknown(let metric, let other, let months):
      "\(metric) and \(other): \(months.of("month")) in common, taken as uncorrelated."
    default: ""
    }
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
