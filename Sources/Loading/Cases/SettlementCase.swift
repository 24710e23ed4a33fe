public import Contracts
import FoundationEssentials
public import Futures
import Tables

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

  /// The title for people.
  public var title: String

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
  let (root, name) = split(file)
  let reader = CaseFile(folder: EventFolder(root: root, findings: findings), name: name)
  guard let read = reader.read(), findings.count == 0 else { throw findings.error }
  return read
}

/// Reads the contract of one bid of an event, and what has happened under it, as a case.
///
/// - Parameters:
///   - bid: The bid's identifier, or `baseline`.
///   - folder: The event's folder.
///   - actuals: A CSV file with a row for each month and columns named after the event's service
///     lines, indices and metrics.
/// - Returns: The case, of which nothing is expected.
/// - Throws: ``LoadingError`` with every fault of every file.
public func loadCase(
  ofBid bid: String, inEvent folder: String, actuals: String
) throws(LoadingError) -> SettlementCase {
  let findings = Findings()
  let dossier = try loadEvent(at: folder)
  let options = dossier.bids + (dossier.baseline.map { [$0] } ?? [])
  guard let chosen = options.first(where: { $0.id == bid }) else {
    let known = options.map(\.id)
    findings.add(
      .declared(kind: "bids"), at: Spot(file: folder), path: "bids", found: bid,
      nearest: nearest(to: bid, in: known))
    throw findings.error
  }
  let (root, name) = split(actuals)
  let reader = ActualsReader(
    folder: EventFolder(root: root, findings: findings), context: EventContext(dossier.event))
  let actuals = reader.readTable(name, mentionedAt: nil)
  guard findings.count == 0, let actuals else { throw findings.error }
  return SettlementCase(
    id: bid, title: "\(dossier.event.title): \(chosen.name)", source: folder, status: "",
    notes: "", event: dossier.event,
    readings: [SettlementCase.Reading(name: "", contract: chosen.contract)], actuals: actuals,
    expected: [], loadingNotes: dossier.notes)
}

/// The case files that `places` are or hold, in the order of their paths: in a folder, at any depth,
/// every `.yaml` file with `expected` among its keys.
///
/// - Throws: ``LoadingError`` for a place that is not there.
public func caseFiles(in places: [String]) throws(LoadingError) -> [String] {
  let findings = Findings()
  let files = places.flatMap { place in
    let folder = EventFolder(root: place, findings: findings)
    if folder.isAFolder { return folder.caseFiles(in: "").map { "\(place)/\($0)" } }
    let (root, name) = split(place)
    if !EventFolder(root: root, findings: findings).holds(name) {
      findings.add(.existingFile, at: Spot(file: place))
    }
    return [place]
  }
  if findings.count > 0 { throw findings.error }
  return files
}

extension EventFolder {
  /// Whether the folder's path leads to a folder.
  fileprivate var isAFolder: Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) && isFolder
  }

  fileprivate func caseFiles(in folder: String) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    return names(in: folder).flatMap { name -> [String] in
      if folders(in: folder).contains(name) { return caseFiles(in: prefix + name) }
      return name.hasSuffix(".yaml") && expectsSomething(prefix + name) ? [prefix + name] : []
    }
  }

  /// Whether a file has the key `expected`; what cannot be read says why when it is settled.
  private func expectsSomething(_ file: String) -> Bool {
    let value = EventFolder(root: root, findings: Findings()).yaml(file)
    return value?.entries?.contains { $0.key == "expected" } ?? true
  }
}

/// The folder and the name of a file.
private func split(_ file: String) -> (folder: String, name: String) {
  guard let slash = file.lastIndex(of: "/") else { return (".", file) }
  return (String(file[..<slash]), String(file[file.index(after: slash)...]))
}
