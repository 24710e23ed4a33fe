public import Contracts
public import Futures

/// A contract, what has happened under it and what that must come to.
public struct SettlementCase: Sendable {
  /// One way to read the contract.
  public struct Reading: Hashable, Sendable {
    /// The name; empty for the contract as it is drafted.
    public var name: String

    /// The contract as it is read so.
    public var contract: Contract
  }

  /// The identifier, unique in a folder of cases.
  public var id: String

  /// Where the contract, or the case itself, comes from.
  public var source: String

  /// Whether the expected values stand in the source or were derived from it.
  public var status: String

  /// What is to be known beside.
  public var notes: String

  /// The event to which the contract belongs.
  public var event: Event

  /// The contract as it is drafted, and as it may also be read.
  public var readings: [Reading]

  /// What has happened.
  public var actuals: Actuals

  /// What the statement must come to.
  public var expected: [Expectation]

  /// What is right in the files but should be known.
  public var loadingNotes: [LoadingNote]
}

/// Reads the case in `file`: a contract, written out or named as a bid of an event, the actuals and
/// what they must come to.
///
/// - Throws: ``LoadingError`` with every fault of every file.
public func loadCase(at file: String) throws(LoadingError) -> SettlementCase {
  let findings = Findings()
  let slash = file.lastIndex(of: "/")
  let root = slash.map { String(file[..<$0]) } ?? "."
  let name = slash.map { String(file[file.index(after: $0)...]) } ?? file
  let reader = CaseFile(folder: EventFolder(root: root, findings: findings), name: name)
  guard let read = reader.read(), findings.count == 0 else { throw findings.error }
  return read
}
