import Contracts

/// An event that was read to be checked: all that is wrong with it, and what can be made of it.
public struct CheckedEvent: Sendable {
  /// The folder's name.
  public var name: String

  /// The bids that the folder holds, sound or not, and `baseline` where it has one.
  public var options: [String]

  /// The faults by file, line and column.
  public var faults: [Fault]

  /// How many more there were than are kept.
  public var omitted: Int

  /// What a reader should know although nothing is wrong.
  public var notes: [LoadingNote]

  /// The event with the bids that have no fault; nothing where the event itself has one, or every
  /// bid.
  public var dossier: Dossier?
}

/// Reads the event in `folder` as ``loadEvent(at:data:overrides:)`` does, and tells all that was
/// found, also where that is no fault.
///
/// - Parameters:
///   - folder: The folder that holds `event.yaml`.
///   - data: Where the history's file lies, instead of where the event says.
/// - Returns: The faults, the notes, and the event as far as it is sound.
/// - Throws: ``LoadingError`` where the folder itself cannot be read.
public func checkEvent(
  at folder: String, data: String? = nil
) throws(LoadingError) -> CheckedEvent {
  let findings = Findings()
  let files = EventFolder(root: folder, findings: findings)
  guard files.isThere() else { throw findings.error }
  let read = EventReader(folder: files, data: data, overrides: [:]).read()
  let error = findings.error
  let hasBaseline = files.folders(in: "").contains(BidFolder.baseline)
  return CheckedEvent(
    name: files.name,
    options: BidFolder.ids(in: files) + (hasBaseline ? [BidFolder.baseline] : []),
    faults: error.faults, omitted: error.omitted, notes: findings.notes,
    dossier: read?.sound(in: error))
}

extension Dossier {
  /// The event with the options in whose files there is no fault; nothing where that is none.
  fileprivate func sound(in error: LoadingError) -> Dossier? {
    guard error.omitted == 0 else { return nil }
    let faulty = error.faults.map(\.option)
    guard !faulty.contains(nil) else { return nil }
    var sound = self
    sound.bids = bids.filter { !faulty.contains($0.id) }
    if faulty.contains(baseline?.id) { sound.baseline = nil }
    return sound.bids.isEmpty ? nil : sound
  }
}
