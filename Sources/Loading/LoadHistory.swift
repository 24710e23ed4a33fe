public import Contracts
public import Futures
public import Quantities

/// A history as a mapping reads it.
public struct HistoryRecord: Hashable, Sendable {
  /// The observed series.
  public var history: History

  /// The providers in the order of their names.
  public var providers: [String]

  /// How each series is read, in the order declared.
  public var series: [HistorySeries]

  /// What was asked in each month, of the series whose target stands in a column, in the unit of
  /// their values.
  public var targets: [History.Key: [CalendarMonth: Double]]

  /// The months that are not whole, by provider and series.
  public var gaps: [HistoryGap]

  /// Who published the data, for people.
  public var source: String

  /// The SHA-256 of the mapping and of the data, by the names under which they are mentioned.
  public var digests: [String: String]

  /// The names of the series whose values are taken as they stand, such as volumes and times, in
  /// the order declared.
  public var volumes: [String] { series.filter { !$0.isRate }.map(\.name) }

  /// The names of the series that are written in per cent or are the ratio of two counts, in the
  /// order declared.
  public var shares: [String] { series.filter(\.isRate).map(\.name) }

  /// What was asked of a provider's series in a month, in the unit of its values; nothing where the
  /// mapping and the file say nothing.
  public func target(of key: History.Key, in month: CalendarMonth) -> Double? {
    targets[key]?[month] ?? series.first { $0.name == key.series }?.target
  }
}

/// How one series of a history is read.
public struct HistorySeries: Hashable, Sendable {
  /// What several rows of a month come to.
  public enum Aggregation: String, Hashable, Sendable {
    /// Their sum.
    case sum
    /// Their mean, weighted where the mapping has weights.
    case mean
    /// The last of them.
    case last
    /// The sum of numerators over that of denominators.
    case ratio
  }

  /// The name in the mapping, which is that of a metric or service line of the event.
  public var name: String

  /// What several rows of a month come to; nothing where a month has one.
  public var aggregation: Aggregation?

  /// Whether the values are written in per cent or are the ratio of two counts.
  public var isRate: Bool

  /// Which values are better, where the mapping says it.
  public var better: Metric.Direction?

  /// What is asked in every month, in the unit of the values, where the mapping says it.
  public var target: Double?

  /// Creates a series.
  public init(
    name: String, aggregation: Aggregation? = nil, isRate: Bool = false,
    better: Metric.Direction? = nil, target: Double? = nil
  ) {
    self.name = name
    self.aggregation = aggregation
    self.isRate = isRate
    self.better = better
    self.target = target
  }
}

/// Reads a history through the mapping at `path`.
///
/// - Parameters:
///   - path: The mapping, a YAML file.
///   - data: The folder in which the mapping's file lies, or that file itself; by default the
///     mapping's own folder.
/// - Returns: The observed series and where they come from.
/// - Throws: ``LoadingError`` with every fault of the mapping and of the data.
public func loadHistory(
  mapping path: String, data: String? = nil
) throws(LoadingError) -> HistoryRecord {
  let findings = Findings()
  let read = HistoryFile(findings: findings).read(mapping: path, named: path, data: data)
  guard let read, findings.count == 0 else { throw findings.error }
  return read.record
}
