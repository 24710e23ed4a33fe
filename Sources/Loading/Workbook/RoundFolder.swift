import FoundationEssentials

/// The folder of one round of a bid, which is filled aside and then takes its place at once.
struct RoundFolder {
  let event: String
  let bid: String
  let round: String
  let findings: Findings

  /// Where it lies in the event's folder.
  var place: String { "bids/\(bid)/\(round)" }

  /// Where it is filled: hidden, so that nobody takes it for a round.
  var aside: String { "bids/\(bid)/.\(round).importing" }

  private var former: String { "bids/\(bid)/.\(round).replaced" }

  private var files: FileManager { FileManager.default }

  /// Whether it may be made: its names are names, it is not there or may be replaced, and no link
  /// leads out of the event's folder.
  func mayBeMade(replacing: Bool) -> Bool {
    let faultsBefore = findings.count
    for (name, folder) in [(bid, "bids/\(bid)"), (round, place)] where !isSafeName(name) {
      findings.add(.safeName, at: Spot(file: folder), found: name)
    }
    if [BidFolder.baseline, PerformanceTable.peers].contains(bid) {
      findings.add(.unreservedName, at: Spot(file: "bids/\(bid)"), found: bid)
    }
    guard findings.count == faultsBefore else { return false }
    for folder in ["bids", "bids/\(bid)", place] {
      switch type(of: folder) {
      case nil, .typeDirectory?: break
      case .typeSymbolicLink?: findings.add(.workbook(.noLink), at: Spot(file: folder))
      default: findings.add(.folder, at: Spot(file: folder))
      }
    }
    if type(of: place) == .typeDirectory, !replacing {
      findings.add(.workbook(.newRound), at: Spot(file: place))
    }
    for trace in [aside, former] where type(of: trace) != nil {
      findings.add(.workbook(.noOtherImport), at: Spot(file: trace))
    }
    return findings.count == faultsBefore
  }

  /// What lies there, links not followed; nothing where nothing does.
  private func type(of folder: String) -> FileAttributeType? {
    (try? files.attributesOfItem(atPath: "\(event)/\(folder)"))?[.type] as? FileAttributeType
  }

  /// Fills the folder aside with `made`, and with whatever else lay in the round: evidence, say.
  func fill(with made: [(name: String, bytes: [UInt8])]) -> Bool {
    reporting(at: aside) {
      try files.createDirectory(atPath: path("bids/\(bid)"), withIntermediateDirectories: true)
      try files.createDirectory(atPath: path(aside), withIntermediateDirectories: false)
      for file in made {
        try Data(file.bytes).write(to: URL(fileURLWithPath: path("\(aside)/\(file.name)")))
      }
      let replaced = [BidSheet.file] + SheetSchema.all.map(\.file)
      let others = (try? files.contentsOfDirectory(atPath: path(place))) ?? []
      for other in others where !replaced.contains(other) {
        try files.copyItem(atPath: path("\(place)/\(other)"), toPath: path("\(aside)/\(other)"))
      }
    }
  }

  /// Puts what was filled aside in its place.
  func publish() -> Bool {
    reporting(at: place) {
      guard type(of: place) != nil else {
        try files.moveItem(atPath: path(aside), toPath: path(place))
        return
      }
      try files.moveItem(atPath: path(place), toPath: path(former))
      do {
        try files.moveItem(atPath: path(aside), toPath: path(place))
      } catch {
        try files.moveItem(atPath: path(former), toPath: path(place))
        throw error
      }
      try files.removeItem(atPath: path(former))
    }
  }

  /// Takes away what was filled aside, and the bid's folder where nothing else is in it.
  func discard() {
    try? files.removeItem(atPath: path(aside))
    if let rest = try? files.contentsOfDirectory(atPath: path("bids/\(bid)")), rest.isEmpty {
      try? files.removeItem(atPath: path("bids/\(bid)"))
    }
  }

  private func path(_ file: String) -> String { "\(event)/\(file)" }

  private func reporting(at file: String, _ work: () throws -> Void) -> Bool {
    do {
      try work()
      return true
    } catch {
      findings.add(
        .workbook(.writable(problem: systemWords(error))), at: Spot(file: file))
      return false
    }
  }
}

/// Why the system refused, in a few words.
func systemWords(_ error: any Error) -> String {
  switch (error as? CocoaError)?.code {
  case .fileWriteNoPermission?, .fileReadNoPermission?: "permission denied"
  case .fileWriteOutOfSpace?: "no space is left"
  case .fileWriteVolumeReadOnly?: "it is read-only"
  case .fileWriteFileExists?: "it is there already"
  case .fileNoSuchFile?, .fileReadNoSuchFile?: "the folder above it is missing"
  default: "the system refuses"
  }
}
