import Contracts

/// One series of a history, and how its months are made of rows.
struct MappedSeries: Hashable {
  /// Where the numbers stand: in these columns in wide shape; under these names in the column of
  /// series in long shape.
  enum Origin: Hashable {
    case value(String)
    case ratio(of: String, per: String)

    var sources: [String] {
      switch self {
      case .value(let source): [source]
      case .ratio(let numerator, let denominator): [numerator, denominator]
      }
    }
  }

  /// What several rows of a month come to.
  enum Aggregation: String, CaseIterable {
    /// Their sum, for counts.
    case sum
    /// Their mean, by weights where a column has them.
    case mean
    /// The last, for stocks.
    case last
    /// The sum of numerators over that of denominators.
    case ratio

    /// What a mapping may say.
    static let stated: [Aggregation] = [.sum, .mean, .last]
  }

  /// What is asked of the series.
  enum Target: Hashable {
    case always(Double)
    case column(String, isPercent: Bool)
  }

  var name: String
  var origin: Origin
  var aggregation: Aggregation

  /// Which rows belong to it, where the file has several services.
  var service: String?

  /// The column of the numbers of cases, in wide shape.
  var sample: String?

  /// The column of the weights of a mean.
  var weight: String?
  var isPercent: Bool
  var better: Metric.Direction?
  var target: Target?

  /// Where it is declared.
  var spot: Spot

  /// Whether the value says how many cases it rests on, so that a part of a month is told apart from
  /// the whole of it.
  var knowsCases: Bool { aggregation == .ratio || weight != nil }
}
