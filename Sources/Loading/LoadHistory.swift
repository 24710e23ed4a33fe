public import Futures

/// A history as a mapping reads it.
public struct HistoryRecord: Hashable, Sendable {
  /// The observed series.
  public var history: History

  /// The providers in the order of their names.
  public var providers: [String]

  /// The names of the series whose values are taken as they stand, such as volumes and times, in
  /// the order declared.
  public var volumes: [String]

  /// The names of the series that are written in per cent, in the order declared.
  public var shares: [String]

  /// Who published the data, for people.
  public var source: String

  /// The SHA-256 of the mapping and of the data, by the names under which they are mentioned.
  public var digests: [String: String]
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
